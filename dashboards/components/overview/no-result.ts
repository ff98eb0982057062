import {html} from "htl";
import {LOOKS} from "../chart/look.js";
import {small} from "../ui/format.js";
import type {ChoiceRow} from "../ui/release.js";
import {answers, linkTo, nearbyResults, whyNothing, type ReleaseRows, type ResultChoice} from "../ui/result-choice.js";

const label = (notes: readonly {id: string; label: string}[], id: string): string =>
  notes.find((d) => d.id === id)?.label ?? id;

const nameChoice = ({measure, partnership_type, phase}: ResultChoice, notes: ReleaseRows): string =>
  `${label(notes.measures, measure)}, ${small(label(notes.types, partnership_type))}, ${phase} schools`;

const PARTS = ["measure", "partnership_type", "phase"] as const;

/** “Nothing to compare here: reading at 11, federations, primary schools.” */
export const nothingHere = (choice: ResultChoice, notes: ReleaseRows): string =>
  `Nothing to compare here: ${nameChoice(choice, notes)}.`;

/** In the place of charts when nothing answers the choice: why not, and what could be looked at instead. */
export function noResult(rows: readonly ChoiceRow[], choice: ResultChoice, notes: ReleaseRows): HTMLElement {
  const reasons = answers(rows, choice).flatMap(({role, absent}) =>
    absent === null ? [] : [`${LOOKS[role].name}: ${absent}`]
  );
  const near = nearbyResults(rows, choice);
  return html`<div class="state" role="status">
    <p><strong>Why there is nothing:</strong></p>
    <ul>
      ${(reasons.length > 0 ? reasons : whyNothing(rows, choice, PARTS)).map((reason) => html`<li>${reason}</li>`)}
    </ul>
    ${near.length > 0 ? html`<p>You could look at:</p>` : ""}
    <ul>
      ${near.map((d) => {
        const {measure, partnership_type, phase} = d;
        return html`<li><a href=${linkTo("", {measure, partnership_type, phase})}>${nameChoice(d, notes)}</a></li>`;
      })}
    </ul>
  </div>`;
}
