import {eventStudyFrom} from "./event-study-from.ts";
import {acceptance} from "../inference/honest-did/relative-magnitudes-interval.ts";
import {originalInterval} from "../inference/honest-did/event-study.ts";
import {design} from "../design.ts";
import type {Breakdown} from "../results.ts";
import {number} from "./format.ts";
import type {TimedEffects} from "./timed-effects.ts";

/** Multiples of the largest earlier step that are tried. */
const grid = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
const settings = {alpha: 1 - design.confidence, points: 1, reach: 1, draws: 200, seed: 0};

/**
 * The largest M̄ on a grid of quarters up to 2 at which the robust interval of relative magnitudes leaves out zero
 * (Rambachan & Roth 2023), for the mean of the event times `after`: 0 where zero is in without any violation, 2 where
 * it is out all along. Counted from event time −2, with −1 left out: its step says how schools were chosen, not how
 * trends ran. Null with a sentence where there are not two steps before, or nothing after. Holds the conditional
 * test to 200 draws, a fifth of the published choice, to be quick; grid points beside the breakdown may swap.
 */
export function breakdownOf(timed: TimedEffects, {after}: {after: readonly [number, number]}): Breakdown {
  const study = eventStudyFrom(timed, {reference: -2, leftOut: -1, after});
  if (study === null) {
    return {
      relative_magnitude: null,
      words: "Too few years before joining to ask how far later departures from a common trend may go."
    };
  }
  const plain = originalInterval(study, settings.alpha);
  const holds = (m: number) => !acceptance(study, m, settings)(0);
  const found = plain.low <= 0 && plain.high >= 0 ? 0 : lastThatHolds(grid, holds);
  return {relative_magnitude: found, words: wordsOf(found)};
}

/** The last of the ascending values that holds, by halving; 0 where the first does not. */
function lastThatHolds(values: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [-1, values.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(values[middle]!)) low = middle;
    else high = middle;
  }
  return low < 0 ? 0 : values[low]!;
}

const how = `Counted from two years before joining, the year before left out; tried at quarters up to ${grid.at(-1)}.`;

function wordsOf(found: number): string {
  if (found === 0) return `A difference from zero does not outlast any departure from a common trend. ${how}`;
  const times = found === grid.at(-1) ? `${number(found, 0)} times or more` : `${number(found, 2)} times`;
  return `The difference stays clear of zero even if trends afterwards parted by ${times} the largest step seen before joining. ${how}`;
}
