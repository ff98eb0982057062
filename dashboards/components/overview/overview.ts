import {html} from "htl";
import {answered} from "../ui/answered.js";
import {chooseResult} from "../ui/choose-result.js";
import {effects} from "./effects.js";
import {lead} from "../ui/lead.js";
import {noResult, nothingHere} from "./no-result.js";
import {noResults} from "../ui/no-results.js";
import type {ChoiceRow} from "../ui/release.js";
import {answers, hasResult, type ReleaseRows, type ResultChoice} from "../ui/result-choice.js";
import {wordsUsed} from "../ui/glossary.js";
import {resultFile} from "../ui/result-file.js";

/** The overview: an answer in words, the controls, and all that is shown of the choice. */
export function overview(rows: readonly ChoiceRow[], notes: ReleaseRows): HTMLElement {
  if (rows.length === 0) return noResults();
  const form = chooseResult(rows, notes, ["measure", "partnership_type", "phase"]);
  const isThere = (choice: ResultChoice) => answers(rows, choice).some(hasResult);
  const findMeasure = ({measure}: ResultChoice) => notes.measures.find(({id}) => id === measure)!;
  const findType = ({partnership_type}: ResultChoice) =>
    notes.types.find(({id}) => id === partnership_type)?.label ?? partnership_type;
  const summary = async (choice: ResultChoice) =>
    lead(isThere(choice) ? (await resultFile(choice)).summary : nothingHere(choice, notes));
  const result = async (choice: ResultChoice) =>
    html`<div>
      ${isThere(choice) ? effects(await resultFile(choice), {type: findType(choice), measure: findMeasure(choice)}) : noResult(rows, choice, notes)}
    </div>`;
  return html`<div>
    ${answered(form, summary, {live: true})}
    ${wordsUsed("supported", "supporter", "member", "excess", "base_years", "interval", "strength")} ${form}
    ${answered(form, result)}
  </div>`;
}
