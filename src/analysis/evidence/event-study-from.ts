import type {EventStudy} from "../../library/inference/index.ts";
import {combineEffects, type TimedEffects} from "../effects/timed-effects.ts";

export interface Counted {
  reference: number;
  /** An event time that is passed over. */
  leftOut: number;
  /** Event times, both included, whose mean is the target; those that are missing at either end are not waited for. */
  after: readonly [number, number];
}

/**
 * Effects counted from a base window as an event study with one reference period: each less the one at the reference.
 * Of the years before, the unbroken run up to the reference; of those after, that from 0 on. Null where the
 * reference is missing, fewer than two years lie before it, or none after.
 */
export function eventStudyFrom(timed: TimedEffects, {reference, leftOut, after}: Counted): EventStudy | null {
  const {event_times} = timed;
  const from = event_times.indexOf(reference);
  const before = unbroken(event_times, reference - 1, -1).reverse();
  const later = unbroken(event_times, after[0], 1).filter((e) => e <= after[1] && e !== leftOut);
  if (from < 0 || before.length < 2 || later.length === 0) return null;
  const times = [...before, ...later];
  const weights = times.map((e) =>
    Float64Array.from(event_times, (other, i) => (other === e ? 1 : 0) - (i === from ? 1 : 0))
  );
  const size = times.length;
  const sigma = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) sigma[i * size + j] = computeCovariance(timed, weights[i], weights[j]);
  }
  return {
    beta: Float64Array.from(weights, (w) => combineEffects(timed, w).estimate),
    sigma,
    pre: before.length,
    target: new Float64Array(later.length).fill(1 / later.length)
  };
}

/** Event times from `start` on in steps of `step`, as long as there is one. */
function unbroken(event_times: readonly number[], start: number, step: 1 | -1): number[] {
  const found: number[] = [];
  for (let e = start; event_times.includes(e); e += step) found.push(e);
  return found;
}

function computeCovariance({covariance, estimates}: TimedEffects, a: Float64Array, b: Float64Array): number {
  const size = estimates.length;
  let sum = 0;
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) sum += a[i] * covariance[i * size + j] * b[j];
  return sum;
}
