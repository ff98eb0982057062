import {html} from "htl";
import {PHASES} from "../chart/look.js";
import {academicYears, counted, small} from "../ui/format.js";
import {UNPUBLISHED} from "../ui/domains.js";
import type {InventoryNote, MeasureRow} from "../ui/release.js";
import {table} from "../ui/table.js";

/** A line of the table: what holds of these outcomes. */
export interface Holding {
  what: string;
  outcomes: string[];
}

/** What is in the release, and what is not, for each of the four reasons: a line each, also where it holds of no outcome. */
export function holdings({read, lacking}: InventoryNote, measures: readonly MeasureRow[]): Holding[] {
  const nameMeasure = ({measure, phases}: InventoryNote["read"][number] | {measure: string; phases: readonly string[]}) => {
    const note = measures.find(({id}) => id === measure);
    const label = note?.label ?? measure;
    const part = note && phases.length < note.phases.length;
    return part ? `${label} (${phases.map((phase) => small(PHASES[phase as keyof typeof PHASES])).join(", ")})` : label;
  };
  return [
    {
      what: "In this release",
      outcomes: read.map((d) => `${nameMeasure(d)}: ${academicYears(d.first, d.last)}`)
    },
    ...lacking.map(({reason, meaning, measures: without}) => ({
      what: meaning.replace(/\.$/, ""),
      outcomes: [...without.map(nameMeasure), ...(reason === "never_published" ? UNPUBLISHED : [])]
    }))
  ];
}

/** Holdings as a table, outcomes folded to how many there are. */
export const inventory = (note: InventoryNote, measures: readonly MeasureRow[]): HTMLElement =>
  table("Outcomes: what is in, what is not, and why", holdings(note, measures), [
    {name: "What", show: ({what}) => what},
    {
      name: "Outcomes",
      show: ({outcomes}) =>
        outcomes.length === 0
          ? "None"
          : html`<details>
              <summary>${counted(outcomes.length, "outcome")}</summary>
              <ul>
                ${outcomes.map((outcome) => html`<li>${outcome}</li>`)}
              </ul>
            </details>`
    }
  ]);
