import {html} from "htl";
import {LOOKS} from "../chart/look.js";
import {small} from "../ui/format.js";
import type {ChoiceRow} from "../ui/release.js";
import {answers, linkTo, nearbyResults, type ReleaseRows, type ResultChoice} from "../ui/result-choice.js";

const label = (notes: readonly {id: string; label: string}[], id: string): string =>
  notes.find((d) => d.id === id)?.label ?? id;

const named = ({measure, partnership_type, phase}: ResultChoice, notes: ReleaseRows): string =>
  `${label(notes.measures, measure)}, ${small(label(notes.types, partnership_type))}, ${phase} schools`;

/** In the place of charts when nothing answers the choice: why not, and what could be looked at instead. */
export function noResult(rows: readonly ChoiceRow[], choice: ResultChoice, notes: ReleaseRows): HTMLElement {
  const reasons = answers(rows, choice).flatMap(({role, absent}) =>
    absent === null ? [] : [`${LOOKS[role].name}: ${absent}`]
  );
  const near = nearbyResults(rows, choice);
  return html`<div class="state" role="status">
    <p><strong>Nothing to compare here: ${named(choice, notes)}.</strong></p>
    <ul>
      ${(reasons.length > 0 ? reasons : [NOBODY]).map((reason) => html`<li>${reason}</li>`)}
    </ul>
    ${near.length > 0 ? html`<p>You could look at:</p>` : ""}
    <ul>
      ${near.map((d) => {
        const {measure, partnership_type, phase} = d;
        return html`<li><a href=${linkTo("", {measure, partnership_type, phase})}>${named(d, notes)}</a></li>`;
      })}
    </ul>
  </div>`;
}

const NOBODY =
  "No school of this phase is on record in this partnership type with this outcome before and after joining.";
