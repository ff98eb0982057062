import {range as integers} from "d3";
import type {Across} from "../ui/release.js";

/** Normal quantiles of the limits that hold 95 % and 99.8 % of partnerships. */
export const QUANTILES = {"95%": 1.959964, "99.8%": 3.090232} as const;

export interface LimitPoint {
  se: number;
  low: number;
  high: number;
}

/**
 * The limits of a funnel along its standard errors: the mean ± z √(se² + τ²), the spread that chance and the usual
 * differences between partnerships make together (Spiegelhalter 2005).
 */
export function limitPoints(
  {mean, tau}: Across,
  quantile: number,
  [from, to]: readonly [number, number]
): LimitPoint[] {
  const steps = 40;
  return integers(steps + 1).map((i) => {
    const se = from + ((to - from) * i) / steps;
    const half = quantile * Math.hypot(se, tau);
    return {se, low: mean.value - half, high: mean.value + half};
  });
}
