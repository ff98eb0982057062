import {checkPValues} from "./p-values.ts";

/**
 * p-values times their number, at most 1: the chance of any false finding stays below the level.
 * NaN stays NaN and is not counted. Throws a UserError where a number is no p-value.
 *
 * @example
 * import {bonferroni} from "school-partnerships";
 *
 * console.log([...bonferroni(Float64Array.of(0.01, 0.25, 0.5))].join());
 * // 0.03,0.75,1
 */
export function bonferroni(p: Float64Array): Float64Array {
  const tests = checkPValues(p).filter((value) => !Number.isNaN(value)).length;
  return p.map((value) => Math.min(value * tests, 1));
}
