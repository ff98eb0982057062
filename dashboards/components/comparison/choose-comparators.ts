import {html} from "htl";
import {answered} from "../ui/answered.js";
import {chooseResult} from "../ui/choose-result.js";
import {comparators} from "./comparators.js";
import {lead} from "../ui/lead.js";
import {small} from "../ui/format.js";
import {noResults} from "../ui/no-results.js";
import {LOOKS} from "../chart/look.js";
import type {ChoiceRow} from "../ui/release.js";
import {answers, linkTo, nearbyResults, type ReleaseRows, type ResultChoice} from "../ui/result-choice.js";
import {byRole, resultFile} from "../ui/result-file.js";

const PARTS = ["measure", "partnership_type", "phase", "role"] as const;

const findLabel = (notes: readonly {id: string; label: string}[], id: string): string =>
  notes.find((d) => d.id === id)?.label ?? id;

/** What is asked, in words: “Reading, writing and maths at 11; multi-academy trusts; supported primary schools”. */
export function describeChoice(
  {measure, partnership_type, phase, role}: ResultChoice,
  {measures, types}: ReleaseRows
): string {
  const schools = small(LOOKS[role].name).replace(/ schools$/, ` ${phase} schools`);
  return `${findLabel(measures, measure)}; ${small(findLabel(types, partnership_type))}; ${schools}`;
}

/** Whom a result is compared with, by the choice of one. */
export function chooseComparators(rows: readonly ChoiceRow[], notes: ReleaseRows): HTMLElement {
  if (rows.length === 0) return noResults();
  const form = chooseResult(rows, notes, ["measure", "partnership_type", "role", "phase"]);
  const shown = answered(form, (choice) => selectComparators(choice, {rows, ...notes}), {live: true});
  return html`<div>${form} ${shown}</div>`;
}

/** The comparators of a choice, or why there are none. */
async function selectComparators(
  choice: ResultChoice,
  {rows, ...notes}: ReleaseRows & {rows: readonly ChoiceRow[]}
): Promise<HTMLElement> {
  const [row] = answers(rows, choice, PARTS);
  if (row === undefined || row.absent !== null) return showNothing(choice, {rows, ...notes}, row?.absent ?? null);
  const result = byRole(await resultFile(choice)).find(({role}) => role === choice.role)!;
  const measure = notes.measures.find(({id}) => id === choice.measure)!;
  const file = [choice.measure, choice.partnership_type, choice.phase, choice.role].join("-");
  return html`<div>
    ${lead(result.words.sentence)}
    <p>
      <a href=${linkTo("./", {measure: choice.measure, partnership_type: choice.partnership_type, phase: choice.phase})}
        >See this result on the Overview</a
      >
    </p>
    ${comparators(result, {type: findLabel(notes.types, choice.partnership_type), measure, measures: notes.measures, file})}
  </div>`;
}

function showNothing(
  choice: ResultChoice,
  {rows, ...notes}: ReleaseRows & {rows: readonly ChoiceRow[]},
  why: string | null
): HTMLElement {
  const near = nearbyResults(rows, choice);
  return html`<div class="state" role="status">
    <p>
      <strong>Nothing to compare here: ${describeChoice(choice, notes)}.</strong>
      ${why ?? "No school of this type, role and phase is in this release."}
    </p>
    ${
      near.length > 0
        ? html`<div>
            <p>You could look at:</p>
            <ul>
              ${near.map((other) => html`<li><a href=${linkTo("./comparators", other)}>${describeChoice(other, notes)}</a></li>`)}
            </ul>
          </div>`
        : ""
    }
  </div>`;
}
