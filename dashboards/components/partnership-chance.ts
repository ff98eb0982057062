import {html} from "htl";
import {fromAddress, toAddress} from "./address.js";
import {menu} from "./controls.js";
import {figure} from "./figure.js";
import {fit} from "./fit.js";
import {count, number} from "./format.js";
import {LOOKS} from "./look.js";
import {chanceSentence, hillBars, placeboHill, type HillBar} from "./placebo-hill.js";
import type {Effect, PartnershipNote, PartnershipOutcome, PlaceboHill} from "./release.js";
import type {Column} from "./table.js";

type Tested = PartnershipOutcome & {placebo: PlaceboHill; effect: Effect};

const isTested = (d: PartnershipOutcome): d is Tested => d.placebo !== null && d.effect !== null;

/** Could it be chance? An outcome at a time, beside made-up partnerships of the same size and years. */
export function partnershipChance(
  note: PartnershipNote,
  ordered: readonly PartnershipOutcome[],
  nameOf: (measure: string) => string
): HTMLElement {
  const tested = ordered.filter(isTested);
  if (tested.length === 0) {
    return html`<p>
      No made-up partnerships were drawn for this one: that takes at least three schools in one role, with results
      before and after joining.
    </p>`;
  }
  const nameIn = ({measure, role, phase}: Tested) => `${measure}-${role}-${phase}`;
  const options = tested.map((d) => ({
    value: nameIn(d),
    label: nameOf(d.measure),
    group: `${LOOKS[d.role].name}, ${d.phase}`
  }));
  const place = html`<div></div>`;
  const show = (outcome: Tested) => place.replaceChildren(chance(note, outcome, nameOf));
  const asked = fromAddress("chance");
  const first = tested.find((d) => nameIn(d) === asked) ?? tested[0]!;
  const controls = html`<form class="controls" ${{onsubmit: (event: Event) => event.preventDefault()}}>
    ${menu("chance", "Outcome", options, nameIn(first))}
  </form>`;
  controls.addEventListener("input", (event) => {
    const {value} = event.target as HTMLSelectElement;
    toAddress({chance: value});
    show(tested.find((d) => nameIn(d) === value)!);
  });
  show(first);
  return html`<div>${tested.length > 1 ? controls : ""} ${place}</div>`;
}

function chance(note: PartnershipNote, outcome: Tested, nameOf: (measure: string) => string): HTMLElement {
  const {placebo, effect, schools, unit, digits, role, phase} = outcome;
  const says = chanceSentence(placebo, schools);
  const told = {effect: effect.value, unit, digits, pin: "this partnership", says};
  return html`<div>
    <p aria-live="polite">${nameOf(outcome.measure)}: ${says}</p>
    ${figure(
      fit((width) => placeboHill(placebo, {...told, width: Math.min(width, 760)})),
      {
        title: `This partnership among ${count(placebo.draws)} made-up ones`,
        subtitle: `${nameOf(outcome.measure)}, ${unit}, ${LOOKS[role].name.toLowerCase()}, ${phase}. Made-up partnerships: as many schools, from the same years, drawn from schools that had not joined.`,
        notes: html`<b>How to read it.</b> One partnership is too few for an ordinary interval. Nothing was done in a
          made-up partnership, so the hill shows how far chance alone carries; the dark part moved as far as this one.
          The interval for this partnership comes from it.`,
        rows: hillBars(placebo, effect.value),
        columns: columns(digits),
        file: `partnership-${note.id}-chance-${outcome.measure}`,
        single: true
      }
    )}
  </div>`;
}

const columns = (digits: number): Column<HillBar>[] => [
  {name: "Difference from", show: ({from}) => number(from, digits + 1), raw: ({from}) => from, numeric: true},
  {name: "to", show: ({to}) => number(to, digits + 1), raw: ({to}) => to, numeric: true},
  {name: "Made-up partnerships", show: (d) => count(d.count), raw: (d) => d.count, numeric: true},
  {name: "As far as this one", show: ({asFar}) => (asFar ? "yes" : "no")}
];
