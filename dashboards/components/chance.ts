import {html} from "htl";
import {figure} from "./figure.js";
import {fit} from "./fit.js";
import {count, counted, range, signed} from "./format.js";
import {hillBars, placeboHill} from "./placebo-hill.js";
import type {Effect, PlaceboHill, Result} from "./release.js";

type Told = Pick<Result, "unit" | "digits">;

/** What was found for a start three years before the true one, when nothing can have happened. */
export function inTimeSentence(effect: Effect | null, {unit, digits}: Told): string {
  if (effect === null) {
    return "A start three years early cannot be tried here: too few schools have results that far back.";
  }
  const size = `${signed(effect.value, digits)} ${unit}`;
  if (effect.low === null || effect.high === null) {
    return `Taking schools to have joined three years early gives ${size}; too few schools for an interval.`;
  }
  const limits = `95% interval ${range(effect.low, effect.high, digits)}`;
  return effect.low <= 0 && effect.high >= 0
    ? `Taking schools to have joined three years early gives no clear difference, as it should: ${size} (${limits}).`
    : `Taking schools to have joined three years early gives ${size} (${limits}), where there should be nothing. Read the headline with caution.`;
}

/** How often made-up partnerships moved as far. */
export const inSpaceSentence = ({draws, as_far}: PlaceboHill): string =>
  `${as_far === 0 ? "None" : count(as_far)} of ${count(draws)} sets of made-up partnerships, of the same sizes and years, moved as far as the real ones, in either direction, by chance alone.`;

/** What happens to the headline when one partnership at a time is left out. */
export function leaveOneOutSentence(one: NonNullable<Result["leave_one_out"]>, {unit, digits}: Told): string {
  const span = `between ${signed(one.lowest, digits)} and ${signed(one.highest, digits)} ${unit}`;
  const turns = one.changes_verdict
    ? "Without one of them the words would change: it hangs on that partnership."
    : "The words stay the same whichever is left out.";
  return `Leaving out one of ${counted(one.partnerships, "partnership")} at a time, the figure lies ${span}. ${turns}`;
}

/** The result held against dates and partnerships that never were, and against the loss of any one partnership. */
export function chance(result: Result, {asked, file}: {asked: string; file: string}): HTMLElement {
  const {placebo, leave_one_out: one, effect} = result;
  return html`<div>
    <h3 id="in-time">Joining dates that never were</h3>
    <p>${inTimeSentence(placebo.in_time, result)}</p>
    <h3 id="in-space">Partnerships that never were</h3>
    ${
      placebo.in_space && effect
        ? html`<div>
            <p>${inSpaceSentence(placebo.in_space)}</p>
            ${hillFigure(placebo.in_space, {result, effect, asked, file})}
          </div>`
        : html`<p>No made-up partnerships could be drawn for this choice.</p>`
    }
    <h3 id="leave-one-out">Without any one partnership</h3>
    <p>${one ? leaveOneOutSentence(one, result) : "Too few partnerships to leave one out."}</p>
  </div>`;
}

interface Drawn {
  result: Result;
  effect: Effect;
  asked: string;
  file: string;
}

function hillFigure(hill: PlaceboHill, {result, effect, asked, file}: Drawn): HTMLElement {
  const {unit, digits} = result;
  const told = {effect: effect.value, unit, digits, pin: "the real ones", says: inSpaceSentence(hill)};
  const bars = hillBars(hill, effect.value);
  return figure(
    fit((width) => placeboHill(hill, {...told, width: Math.min(width, 760)})),
    {
      title: "What chance alone gives",
      subtitle: `${asked}. ${counted(hill.draws, "set")} of made-up partnerships of schools that had not joined.`,
      notes: html`<span
        ><b>How to read it.</b> Each bar counts made-up partnerships. Dark ones moved as far as the real schools. Where
        many did, chance is enough to explain the figure.</span
      >`,
      rows: bars,
      columns: [
        {name: "Difference from", show: (d) => signed(d.from, digits), raw: (d) => d.from, numeric: true},
        {name: "to", show: (d) => signed(d.to, digits), raw: (d) => d.to, numeric: true},
        {name: "Made-up sets", show: (d) => count(d.count), raw: (d) => d.count, numeric: true},
        {name: "As far as the real ones", show: (d) => (d.asFar ? "yes" : "no")}
      ],
      single: true,
      file: `${file}-made-up-partnerships`
    }
  );
}
