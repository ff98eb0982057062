import {shrink} from "../inference/empirical-bayes.ts";
import type {Effect} from "../results.ts";
import {design} from "../design.ts";

/** The mean of effects of the same sort, and the variance between them. */
export interface Mean {
  estimate: number;
  se: number;
  tau2: number;
}

/** One effect drawn towards the mean of its sort, with its standard error and interval; null without a standard error. */
export function shrunkenTo(
  {estimate, se}: {estimate: number; se: number},
  mean: Mean
): (Effect & {estimate: number; se: number}) | null {
  if (!(se > 0)) return null;
  const effects = {effect: Float64Array.of(estimate), variance: Float64Array.of(se * se)};
  const [drawn] = shrink(effects, mean, 1 - design.confidence);
  return {value: drawn!.estimate, low: drawn!.low, high: drawn!.high, estimate: drawn!.estimate, se: drawn!.se};
}
