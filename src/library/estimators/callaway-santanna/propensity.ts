import {logisticRegression} from "../../statistics/logistic-regression.ts";
import type {ModelFit} from "../../statistics/linear-model.ts";
import {reasons, weightsWhere, type Pair} from "./two-by-two.ts";

/** Comparators whose propensity is at least this are not compared with. */
const trimmed = 0.995;
/** A cohort and year is not estimated if the unweighted propensity of a unit reaches this. */
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
export function estimatePropensity(
  {design, alike}: Pick<Pair, "design" | "alike">,
  treated: Uint8Array,
  weights: Float64Array
): Propensity | {reason: string} {
  const model = logisticRegression(design, treated, weights, alike);
  if (!model) return {reason: reasons.apart};
  const plain = isConstant(weights) ? model : logisticRegression(design, treated, weights.slice().fill(1), alike);
  if (!plain) return {reason: reasons.apart};
  for (let i = 0; i < treated.length; i++) if (plain.fitted[i] >= highest) return {reason: reasons.noOverlap};
  const odds = weightsWhere(weights, treated, 0);
  for (let i = 0; i < odds.length; i++) {
    const p = model.fitted[i];
    odds[i] = p >= trimmed ? 0 : (odds[i] * p) / (1 - p);
  }
  return {model, treated: weightsWhere(weights, treated, 1), comparators: odds};
}

function isConstant(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}
