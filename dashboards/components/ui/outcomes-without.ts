import {html} from "htl";
import {UNPUBLISHED} from "./domains.js";
import {folded} from "./folded.js";
import {counted} from "./format.js";
import type {InventoryNote, MeasureRow} from "./release.js";

/** Outcomes of which nothing stands on a page, and the reason, as on the data page. */
export interface Without {
  meaning: string;
  outcomes: string[];
}

/**
 * The outcomes that a page of schools of these phases does not show, by the reason why: the one that holds for all
 * schools of the phase, or that a file of the release has them, and no figure of these schools.
 */
export function outcomesWithout(
  {lacking}: Pick<InventoryNote, "lacking">,
  measures: readonly MeasureRow[],
  {shown, phases}: {shown: ReadonlySet<string>; phases: readonly string[]}
): Without[] {
  const rest = measures.filter((d) => !shown.has(d.id) && d.phases.some((phase) => phases.includes(phase)));
  const findReason = (id: string) =>
    lacking.find(({measures: without}) =>
      without.some((d) => d.measure === id && d.phases.some((phase) => phases.includes(phase)))
    )?.reason ?? "not_read";
  return lacking
    .map(({reason, meaning}) => ({
      meaning,
      outcomes: [
        ...rest.filter(({id}) => findReason(id) === reason).map(({label}) => label),
        ...(reason === "never_published" ? UNPUBLISHED : [])
      ]
    }))
    .filter(({outcomes}) => outcomes.length > 0);
}

/** The same, folded to a line that says how many. */
export function withoutList(without: readonly Without[]): HTMLElement | "" {
  const count = without.reduce((sum, {outcomes}) => sum + outcomes.length, 0);
  if (count === 0) return "";
  return folded(
    `${counted(count, "outcome")} without any figure here, and why`,
    () =>
      html`<ul>
        ${without.map(
          ({meaning, outcomes}) => html`<li>${meaning} <span class="small">${outcomes.join("; ")}</span></li>`
        )}
      </ul>`
  );
}
