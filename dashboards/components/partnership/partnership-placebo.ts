import {html} from "htl";
import {addressedChoice, findAddressed} from "../ui/addressed-choice.js";
import {menu} from "../ui/controls.js";
import {counted} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import {aboutOutcome} from "./partnership-outcomes.js";
import {placeboFigure, placeboSentence} from "../chart/placebo.js";
import type {Effect, PartnershipFile, PartnershipOutcome, PlaceboDistribution} from "../ui/release.js";

type Tested = PartnershipOutcome & {placebo: PlaceboDistribution; effect: Effect};

const isTested = (d: PartnershipOutcome): d is Tested => d.placebo !== null && d.effect !== null;

interface Names {
  makeName: (measure: string) => string;
  type: string;
}

/** Could it be chance? An outcome at a time, next to placebo partnerships of the same size and years. */
export function partnershipPlacebo(
  note: PartnershipFile,
  ordered: readonly PartnershipOutcome[],
  names: Names
): HTMLElement {
  const tested = ordered.filter(isTested);
  if (tested.length === 0) {
    return html`<p>
      No placebo partnerships were drawn for this one: that takes at least three schools in one role, with results
      before and after joining.
    </p>`;
  }
  const makeId = ({measure, role, phase}: Tested) => `${measure}-${role}-${phase}`;
  const options = tested.map((d) => ({
    value: makeId(d),
    label: names.makeName(d.measure),
    group: `${LOOKS[d.role].name}, ${d.phase}`
  }));
  const place = html`<div></div>`;
  const values = tested.map(makeId);
  const choice = {name: "chance", label: "outcome of this partnership", values, first: values[0]};
  const controls = addressedChoice(menu("chance", "Outcome", options, findAddressed(choice)), choice, (value) =>
    place.replaceChildren(
      chance(
        note,
        tested.find((d) => makeId(d) === value)!,
        names
      )
    )
  );
  return html`<div>${tested.length > 1 ? controls : ""} ${place}</div>`;
}

function chance(note: PartnershipFile, outcome: Tested, {makeName, type}: Names): HTMLElement {
  const {placebo, effect, schools, unit, digits, measure, role, phase} = outcome;
  const size = ` of ${counted(schools, "school")}`;
  return html`<div>
    <p aria-live="polite">${makeName(measure)}: ${placeboSentence(placebo, size)}</p>
    ${placeboFigure(placebo, {
      effect,
      unit,
      digits,
      size,
      pin: "this one",
      subtitle: `${note.name}: ${makeName(measure)}, ${unit}. One partnership is too few for an ordinary interval; its interval comes from these.`,
      about: [aboutOutcome(outcome, {makeName, type})],
      file: `partnership-${note.id}-${measure}-${role}-${phase}`
    })}
  </div>`;
}
