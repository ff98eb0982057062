import {html} from "htl";
import {aboutResult} from "../ui/about.js";
import {answered} from "../ui/answered.js";
import {chooseResult} from "../ui/choose-result.js";
import {fetchRelease} from "../ui/fetch-release.js";
import {figure} from "../chart/figure.js";
import {lead} from "../ui/lead.js";
import {fit} from "../chart/fit.js";
import {folded} from "../ui/folded.js";
import {count, counted, number, signed, small} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import {noResults} from "../ui/no-results.js";
import {answers, type ReleaseRows, type ResultChoice} from "../ui/result-choice.js";
import {spread} from "./spread.js";
import {openSpread} from "./spread-file.js";
import {chanceShare, spreadLead, spreadSentence} from "./spread-words.js";
import type {Across, ChoiceRow, SpreadFile} from "../ui/release.js";

/** How far partnerships of a chosen type differ on a chosen outcome: none is named, and none is ranked. */
export function spreadView(rows: readonly ChoiceRow[], notes: ReleaseRows): HTMLElement {
  if (rows.length === 0) return noResults();
  const form = chooseResult(rows, notes, ["measure", "partnership_type", "phase", "role"]);
  const draw = async (choice: ResultChoice): Promise<Node> => {
    const row = answers(rows, choice, ["measure", "partnership_type", "phase", "role"])[0];
    if (row === undefined || row.absent !== null)
      return showNothing(row?.absent ?? "Nothing is compared for this choice.", choice, notes);
    const name = `${choice.partnership_type}-${choice.phase}-${choice.measure}-${choice.role}`;
    const there = await fetchRelease<string[]>("spread/there.json.gz");
    const result = there.includes(name) ? await fetchRelease<SpreadFile>(`spread/${name}.json.gz`) : null;
    if (result === null)
      return showNothing(
        "It takes several partnerships with three schools or more to say how far they differ.",
        choice,
        notes
      );
    const {same_trend, same_past} = openSpread(result);
    return html`<div>
      ${lead(spreadLead({same_trend, same_past}, result), [aboutShown(result, notes)])}
      ${showSpread(result, same_trend, notes)}
      ${folded("The same, if schools of the same past would have fared alike (B)", () => showSpread(result, same_past, notes, "same-past"))}
    </div>`;
  };
  return html`<div>${form} ${answered(form, draw, {live: false})}</div>`;
}

const aboutShown = (result: SpreadFile, notes: ReleaseRows) =>
  aboutResult(result, {
    type: findLabel(notes.types, result.partnership_type),
    measure: notes.measures.find(({id}) => id === result.measure)!
  });

const findLabel = (notes: readonly {id: string; label: string}[], id: string): string =>
  notes.find((d) => d.id === id)?.label ?? id;

function showNothing(
  why: string,
  {measure, partnership_type, phase, role}: ResultChoice,
  notes: ReleaseRows
): HTMLElement {
  return html`<div class="state" role="status">
    <p>
      <strong>
        How far they differ cannot be said for this choice: ${findLabel(notes.measures, measure)},
        ${small(findLabel(notes.types, partnership_type))}, ${phase}, ${LOOKS[role].name.toLowerCase()}.
      </strong>
    </p>
    <p>${why} Choose another outcome, type or phase above; the list below is not affected.</p>
  </div>`;
}

function showSpread(result: SpreadFile, across: Across, notes: ReleaseRows, set = "same-trend"): HTMLElement {
  const {digits, unit, role, phase} = result;
  const reported = spreadSentence(across, result);
  const units = [...across.units].sort((a, b) => b.schools - a.schools);
  const measure = findLabel(notes.measures, result.measure);
  const about = aboutShown(result, notes);
  return html`<div>
    <p>
      ${set === "same-past" ? "If the same past holds (B)" : "If the same trend holds (A)"}: ${reported}
      ${chanceShare(across)} There is no ranking here, because there is none to be had.
    </p>
    ${figure(
      fit((width) => spread(across, {width, unit, digits, reported})),
      {
        title: `${counted(across.partnerships, "partnership")}: how far they differ, and how far chance reaches`,
        subtitle: `${measure}, ${unit}, ${LOOKS[role].name.toLowerCase()}, ${phase}. ${findLabel(notes.types, result.partnership_type)}, none of them named. ${set === "same-past" ? "If the same past holds (B)." : "If the same trend holds (A)."}`,
        about: [about],
        notes: html`<b>How to read it.</b> First: each partnership’s effect, weighed against the mean of all, the more
          so the less is known of it (shrunken), with its 95% interval. The strip is the interval of the mean. Second:
          each effect as it came; between the lines lie those no further out than chance and the usual spread between
          partnerships would put them (95% and 99.8%). Partnerships stand in order of size, which says nothing of how
          they did.`,
        rows: units,
        columns: [
          {name: "Schools", show: ({schools}) => count(schools), numeric: true},
          {name: "As it came", show: ({raw}) => signed(raw, digits), raw: ({raw}) => raw, numeric: true},
          {name: "Standard error", show: ({se}) => number(se, digits + 1), raw: ({se}) => se, numeric: true},
          {
            name: "Shrunken to the mean",
            show: (d) => signed(d.shrunken, digits),
            raw: (d) => d.shrunken,
            numeric: true
          },
          {name: "95% interval, from", show: ({low}) => signed(low, digits), raw: ({low}) => low, numeric: true},
          {name: "95% interval, to", show: ({high}) => signed(high, digits), raw: ({high}) => high, numeric: true}
        ],
        file: `partnerships-${result.partnership_type}-${phase}-${result.measure}-${role}-${set}`
      }
    )}
  </div>`;
}
