import type {EventStudy} from "./event-study.ts";
import {quadraticForm, refuseSingular} from "./event-study.ts";
import type {Restriction} from "./relative-magnitudes.ts";

/**
 * A restriction on trends as moment inequalities in one parameter θ: under θ, E[at − θ slope − Xδ]
 * ≤ 0 for some δ, every moment having variance 1.
 */
export interface Moments {
  at: Float64Array;
  slope: Float64Array;
  /** The standard deviation that each moment was divided by. */
  scale: Float64Array;
  /** X, one array a nuisance parameter: the later effects that θ does not fix. */
  nuisance: Float64Array[];
  /** Of the moments, row by row; 1 on the diagonal. */
  correlation: Float64Array;
}

/**
 * Moments whose inequality says that a trend which explains the coefficients, with θ = target′τ,
 * satisfies the restriction: Y = Aβ and A of the later periods times τ (Rambachan & Roth 2023). θ
 * takes the place of the later effect that counts most in the target. Throws a UserError where a
 * moment does not vary.
 */
export function computeMoments({beta, sigma, pre, target}: EventStudy, restriction: Restriction): Moments {
  const lead = indexOfLargest(target);
  const scale = restriction.map((row) => Math.sqrt(quadraticForm(sigma, row)));
  if (scale.some((sd) => !(sd > 0))) refuseSingular();
  const over = (value: (row: Float64Array) => number) =>
    Float64Array.from(restriction, (row, i) => value(row) / scale[i]);
  const later = target.map((_, t) => t).filter((t) => t !== lead);
  return {
    at: over((row) => row.reduce((sum, a, i) => sum + a * beta[i], 0)),
    slope: over((row) => row[pre + lead] / target[lead]),
    scale: Float64Array.from(scale),
    nuisance: Array.from(later, (t) => over((row) => row[pre + t] - (row[pre + lead] * target[t]) / target[lead])),
    correlation: correlate(restriction, sigma, scale)
  };
}

function correlate(restriction: Restriction, sigma: Float64Array, scale: readonly number[]): Float64Array {
  const count = restriction.length;
  const size = restriction[0].length;
  const correlation = new Float64Array(count * count);
  restriction.forEach((row, i) => {
    const product = new Float64Array(size);
    row.forEach((a, k) => {
      if (a !== 0) for (let l = 0; l < size; l++) product[l] += a * sigma[k * size + l];
    });
    restriction.forEach((other, j) => {
      let sum = 0;
      for (let l = 0; l < size; l++) sum += product[l] * other[l];
      correlation[i * count + j] = i === j ? 1 : sum / (scale[i] * scale[j]);
    });
  });
  return correlation;
}

function indexOfLargest(values: Float64Array): number {
  let best = 0;
  values.forEach((value, i) => {
    if (Math.abs(value) > Math.abs(values[best])) best = i;
  });
  return best;
}
