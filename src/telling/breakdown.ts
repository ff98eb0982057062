import {design} from "../design.ts";
import {refuses} from "../inference/honest-did/conditional-test.ts";
import {originalInterval, type EventStudy} from "../inference/honest-did/event-study.ts";
import {minimaxProgram} from "../inference/honest-did/minimax-program.ts";
import {momentsOf} from "../inference/honest-did/moments.ts";
import {relativeMagnitudes} from "../inference/honest-did/relative-magnitudes.ts";
import type {Breakdown} from "../results.ts";
import {eventStudyFrom} from "./event-study-from.ts";
import {number} from "./format.ts";
import type {TimedEffects} from "./timed-effects.ts";

/** Multiples of the largest earlier step that are tried. */
const grid = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
const alpha = 1 - design.confidence;

/**
 * The largest M̄ on a grid of quarters up to 2 at which the robust set of relative magnitudes leaves out zero, and all
 * below it do (Rambachan & Roth 2023), for the mean of the event times `after`: 0 where zero is in without any violation
 * or at a quarter, 2 where it is out all along. Counted from event time −2, with −1 left out: its step says how schools
 * were chosen, not how trends ran. Null with a sentence where there are not two steps before, or nothing after.
 *
 * Tested by the conditional test alone (Andrews, Roth & Pakes 2023), which holds its size without draws; the hybrid test
 * of `breakdownMagnitude` is a little sharper and takes a hundred times as long.
 */
export function breakdownOf(timed: TimedEffects, {after}: {after: readonly [number, number]}): Breakdown {
  const study = eventStudyFrom(timed, {reference: -2, leftOut: -1, after});
  if (study === null) {
    return {
      relative_magnitude: null,
      words: "Too few years before joining to ask how far later departures from a common trend may go."
    };
  }
  const found = lastWithoutZero(study);
  return {relative_magnitude: found, words: wordsOf(found)};
}

function lastWithoutZero(study: EventStudy): number {
  const {low, high} = originalInterval(study, alpha);
  if (low <= 0 && high >= 0) return 0;
  const first = grid.findIndex((m) => holdsZero(study, m));
  return first < 0 ? grid.at(-1)! : (grid[first - 1] ?? 0);
}

const holdsZero = (study: EventStudy, m: number): boolean =>
  relativeMagnitudes(study, m).some((restriction) => {
    const {at, nuisance, correlation} = momentsOf(study, restriction);
    return !refuses(minimaxProgram(nuisance, at.length), at, correlation, {alpha, kappa: 0, leastFavourable: Infinity});
  });

const how = `Counted from two years before joining, the year before left out; tried at quarters up to ${grid.at(-1)}.`;

function wordsOf(found: number): string {
  if (found === 0)
    return `Zero is in the interval already, or is once trends part by a quarter of the largest step seen before joining. ${how}`;
  const times = found === grid.at(-1) ? `${number(found, 0)} times or more` : `${number(found, 2)} times`;
  return `The difference stays clear of zero even if trends afterwards parted by ${times} the largest step seen before joining. ${how}`;
}
