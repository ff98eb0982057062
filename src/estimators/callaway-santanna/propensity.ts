import {logisticRegression} from "../../statistics/logistic-regression.ts";
import type {Design, ModelFit} from "../../statistics/linear-model.ts";
import {reasons} from "./two-by-two.ts";

/** Comparators whose propensity is at least this are not compared with. */
const trimmed = 0.995;
const highest = 0.999;

/** Propensities by logistic regression, and the weight of every row in the mean of the treated and of the comparators. */
export interface Propensity {
  model: ModelFit;
  /** weight · D. */
  treated: Float64Array;
  /** weight · (1 − D) · p ÷ (1 − p). */
  comparators: Float64Array;
}

/** Sant’Anna & Zhao (2020) eq. 2.3: the odds that make comparators count like the treated. Or the reason there are none. */
export function propensityOf(
  design: Design,
  treated: Uint8Array,
  weights: Float64Array
): Propensity | {reason: string} {
  const model = logisticRegression(design, treated, weights);
  if (!model) return {reason: reasons.apart};
  const p = model.fitted;
  if (p.some((value, i) => treated[i] === 1 && value >= highest)) return {reason: reasons.noOverlap};
  return {
    model,
    treated: weights.map((weight, i) => (treated[i] ? weight : 0)),
    comparators: weights.map((weight, i) => (treated[i] || p[i] >= trimmed ? 0 : (weight * p[i]) / (1 - p[i])))
  };
}
