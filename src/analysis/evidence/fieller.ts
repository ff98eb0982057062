import {criticalValue} from "../effects/student-interval.ts";
import type {Interval} from "../../release/results.ts";

/** A figure with its standard error. */
export interface Measured {
  value: number;
  se: number;
}

/**
 * The interval of a ratio of two independent estimates (Fieller 1954): all ratios θ for which
 * numerator − θ × denominator may be zero. Without limits where the denominator itself may be zero, when there are none
 * to give. `degrees`: of Student’s t, Infinity for the normal.
 */
export function fiellerInterval(numerator: Measured, denominator: Measured, degrees: number): Interval {
  const value = numerator.value / denominator.value;
  const t = criticalValue(degrees);
  const g = ((t * denominator.se) / denominator.value) ** 2;
  if (!(g < 1)) return {value, low: null, high: null};
  const root = Math.sqrt(numerator.se ** 2 * (1 - g) + (value * denominator.se) ** 2);
  const reach = (t / Math.abs(denominator.value)) * root;
  return {value, low: (value - reach) / (1 - g), high: (value + reach) / (1 - g)};
}
