import {checkPValues} from "./p-values.ts";

/**
 * Adjusted p-values of a procedure that takes tests in order of p: each becomes p × factor(rank,
 * tests), the smallest having rank 1. Going down from the smallest, none may be less than one
 * before it; going up from the largest, none more than one after it. At most 1. NaN stays NaN and
 * is no test. Throws a UserError where a number is no p-value.
 */
export function stepWise(
  p: Float64Array,
  way: "down" | "up",
  factor: (rank: number, tests: number) => number
): Float64Array {
  const order = Array.from(checkPValues(p).keys())
    .filter((i) => !Number.isNaN(p[i]))
    .sort((a, b) => p[a] - p[b] || a - b);
  const adjusted = new Float64Array(p.length).fill(NaN);
  const tests = order.length;
  let bound = way === "down" ? 0 : 1;
  for (let k = 0; k < tests; k++) {
    const rank = way === "down" ? k + 1 : tests - k;
    const test = order[rank - 1];
    const value = Math.min(p[test] * factor(rank, tests), 1);
    bound = way === "down" ? Math.max(bound, value) : Math.min(bound, value);
    adjusted[test] = bound;
  }
  return adjusted;
}
