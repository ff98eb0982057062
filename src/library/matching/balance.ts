import type {Column} from "./sample.ts";

/** How alike treated and comparators are in a column, before and after weighting. */
export interface Balance {
  covariate: string;
  /** Difference of means over the standard deviation among all treated rows; ±Infinity if that is 0. */
  smd_before: number;
  smd_after: number;
  /** Variance among the treated over that among comparators; NaN for a column of 0 and 1, whose mean says it all. */
  variance_ratio_before: number;
  variance_ratio_after: number;
}

/**
 * Balance of each column (Stuart 2010, section 4.1.1). The standard deviation is
 * of the treated rows before weighting, so that it does not move with what it
 * measures: over n − 1, and √p(1 − p) for a column of 0 and 1. Weighted variances
 * are unbiased for weights of reliability: Σw(x − x̄)² ÷ (Σw − Σw² ÷ Σw).
 *
 * @example
 * import {measureBalance} from "school-partnerships";
 *
 * const treated = Uint8Array.of(1, 1, 0, 0, 0, 0);
 * const size = Float64Array.of(3, 4, 1, 2, 4, 6);
 * const [balance] = measureBalance(treated, Float64Array.of(1, 1, 0, 0, 1, 0), [{name: "size", values: size}]);
 * console.log(balance.covariate, balance.smd_before.toFixed(2), balance.smd_after.toFixed(2));
 * // size 0.35 -0.71
 */
export function measureBalance(treated: Uint8Array, weights: Float64Array, columns: readonly Column[]): Balance[] {
  const alike = new Float64Array(treated.length).fill(1);
  return columns.map(({name, values}) => {
    const isShare = values.every((value) => value === 0 || value === 1);
    const before = splitSides(treated, alike, values);
    const after = splitSides(treated, weights, values);
    const deviation = Math.sqrt(isShare ? before.treated.mean * (1 - before.treated.mean) : before.treated.variance);
    const smd = ({treated, comparators}: Sides) => {
      const difference = treated.mean - comparators.mean;
      return difference === 0 ? 0 : difference / deviation;
    };
    const ratio = ({treated, comparators}: Sides) => (isShare ? NaN : treated.variance / comparators.variance);
    return {
      covariate: name,
      smd_before: smd(before),
      smd_after: smd(after),
      variance_ratio_before: ratio(before),
      variance_ratio_after: ratio(after)
    };
  });
}

interface Side {
  mean: number;
  variance: number;
}

interface Sides {
  treated: Side;
  comparators: Side;
}

const splitSides = (treated: Uint8Array, weights: Float64Array, values: Float64Array): Sides => ({
  treated: momentsWhere(treated, 1, weights, values),
  comparators: momentsWhere(treated, 0, weights, values)
});

function momentsWhere(treated: Uint8Array, side: 0 | 1, weights: Float64Array, values: Float64Array): Side {
  let total = 0;
  let squares = 0;
  let sum = 0;
  for (let row = 0; row < treated.length; row++) {
    if (treated[row] !== side) continue;
    total += weights[row];
    squares += weights[row] ** 2;
    sum += weights[row] * values[row];
  }
  const mean = sum / total;
  let spread = 0;
  for (let row = 0; row < treated.length; row++) {
    if (treated[row] === side) spread += weights[row] * (values[row] - mean) ** 2;
  }
  return {mean, variance: spread / (total - squares / total)};
}
