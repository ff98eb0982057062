import {html} from "htl";
import {fromAddress, toAddress} from "../ui/address.js";
import {menu} from "../ui/controls.js";
import {counted} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import {aboutOutcome} from "./partnership-outcomes.js";
import {placeboFigure, placeboSentence} from "../chart/placebo.js";
import type {Effect, PartnershipNote, PartnershipOutcome, PlaceboDistribution} from "../ui/release.js";

type Tested = PartnershipOutcome & {placebo: PlaceboDistribution; effect: Effect};

const isTested = (d: PartnershipOutcome): d is Tested => d.placebo !== null && d.effect !== null;

interface Names {
  nameOf: (measure: string) => string;
  type: string;
}

/** Could it be chance? An outcome at a time, beside placebo partnerships of the same size and years. */
export function partnershipPlacebo(
  note: PartnershipNote,
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
  const idOf = ({measure, role, phase}: Tested) => `${measure}-${role}-${phase}`;
  const options = tested.map((d) => ({
    value: idOf(d),
    label: names.nameOf(d.measure),
    group: `${LOOKS[d.role].name}, ${d.phase}`
  }));
  const place = html`<div></div>`;
  const show = (outcome: Tested) => place.replaceChildren(chance(note, outcome, names));
  const asked = fromAddress("chance");
  const first = tested.find((d) => idOf(d) === asked) ?? tested[0]!;
  const controls = html`<form class="controls" ${{onsubmit: (event: Event) => event.preventDefault()}}>
    ${menu("chance", "Outcome", options, idOf(first))}
  </form>`;
  controls.addEventListener("input", (event) => {
    const {value} = event.target as HTMLSelectElement;
    toAddress({chance: value});
    show(tested.find((d) => idOf(d) === value)!);
  });
  show(first);
  return html`<div>${tested.length > 1 ? controls : ""} ${place}</div>`;
}

function chance(note: PartnershipNote, outcome: Tested, {nameOf, type}: Names): HTMLElement {
  const {placebo, effect, schools, unit, digits, measure, role, phase} = outcome;
  const size = ` of ${counted(schools, "school")}`;
  return html`<div>
    <p aria-live="polite">${nameOf(measure)}: ${placeboSentence(placebo, size)}</p>
    ${placeboFigure(placebo, {
      effect,
      unit,
      digits,
      size,
      pin: "this one",
      subtitle: `${note.name}: ${nameOf(measure)}, ${unit}. One partnership is too few for an ordinary interval; its interval comes from these.`,
      about: [aboutOutcome(outcome, {nameOf, type})],
      file: `partnership-${note.id}-${measure}-${role}-${phase}`
    })}
  </div>`;
}
