import {design} from "../../design.ts";
import {conventionalInterval, type EventStudy, robustSetHolds} from "../../library/inference/index.ts";
import {factorise} from "../../library/statistics/index.ts";
import type {Breakdown} from "../../release/results.ts";
import {eventStudyFrom} from "./event-study-from.ts";
import {number} from "../../vocabulary/format.ts";
import type {TimedEffects} from "../effects/timed-effects.ts";
import type {Both} from "../comparison/assumptions.ts";

/**
 * The largest M̄ on the plan’s grid at which the robust set of relative magnitudes leaves out zero (Rambachan
 * & Roth 2023), for the mean of the plan’s event times, counted from the year before joining and from two years before
 * (the year before passed over), under both assumptions; the smallest is printed. Tested by the conditional test alone
 * (Andrews, Roth & Pakes 2023), which holds its size without draws.
 */
export function boundHonestly(timed: Both<TimedEffects>): Breakdown {
  const by_reference = design.breakdown.references.map((reference) => ({
    reference,
    same_trend: breakdownAt(timed.same_trend, reference),
    same_past: breakdownAt(timed.same_past, reference)
  }));
  const found = by_reference.flatMap(({same_trend, same_past}) => [same_trend, same_past]).filter((m) => m !== null);
  const relative_magnitude = found.length ? Math.min(...found) : null;
  return {relative_magnitude, by_reference, words: writeWords(relative_magnitude)};
}

/** Null where there are not two steps before the reference, or nothing after, or they do not vary freely. */
function breakdownAt(timed: TimedEffects, reference: -1 | -2): number | null {
  const leftOut = reference === -2 ? -1 : Infinity;
  const study = eventStudyFrom(timed, {reference, leftOut, after: design.effect});
  if (study === null || !varies(study)) return null;
  const {grid} = design.breakdown;
  const {low, high} = conventionalInterval(study, 1 - design.confidence);
  if (low <= 0 && high >= 0) return 0;
  const first = grid.findIndex((m) => holdsZero(study, m));
  return first < 0 ? grid.at(-1)! : (grid[first - 1] ?? 0);
}

/** Whether every combination of the coefficients varies: with two base years in all, one is the other with its sign turned. */
function varies({sigma, beta}: EventStudy): boolean {
  const size = beta.length;
  const scale = Float64Array.from({length: size}, (_, i) => sigma[i * size + i]);
  return factorise(sigma, {scale, tolerance: design.tolerances.copy}).rank === size;
}

const holdsZero = (study: EventStudy, m: number): boolean =>
  robustSetHolds(study, m, {effect: 0, alpha: 1 - design.confidence});

const howTried = (): string =>
  `Counted from the year before joining and from two years before, under both assumptions, the smallest of the four; tried up to ${design.breakdown.grid.at(-1)}.`;

function writeWords(found: number | null): string {
  if (found === null) return "Too few years before joining to ask how far later departures from a common trend may go.";
  if (found === 0) {
    return `Zero is in the interval already, or is once trends part by ${number(design.breakdown.grid[0], 2)} times the largest step seen before joining. ${howTried()}`;
  }
  const times =
    found === design.breakdown.grid.at(-1) ? `${number(found, 0)} times or more` : `${number(found, 2)} times`;
  return `The difference stays clear of zero even if trends afterwards parted by ${times} the largest step seen before joining. ${howTried()}`;
}
