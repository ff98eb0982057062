import {sumBy} from "../statistics/sum-by.ts";

/** A grouping of units: by unit the index of its group, below `count`. */
export interface Clustering {
  of: Int32Array;
  count: number;
}

/**
 * The standard error of an estimate from what every unit contributes to it:
 * the root of the sum over clusters of their squared sums. 0 where no unit
 * contributes; no correction for few clusters.
 *
 * @example
 * import {clusteredError} from "school-partnerships";
 *
 * // What each of four units moves the estimate by, in two clusters.
 * const influence = Float64Array.of(0.1, 0.2, -0.1, -0.2);
 * const clustering = {of: Int32Array.of(0, 0, 1, 1), count: 2};
 * console.log(clusteredError(influence, clustering).toFixed(3));
 * // 0.424
 */
export function clusteredError(influence: Float64Array, {of, count}: Clustering): number {
  return Math.sqrt(sumOfSquares(sumBy(influence, of, count)));
}

/**
 * The same with units that may be alike within clusters of either kind: the
 * variance of the first clustering and of the second, less that of the units
 * that share both (Cameron, Gelbach & Miller 2011, eq. 2.10). If that is
 * negative, as it can be in small samples, the larger of the two stands.
 *
 * @example
 * import {twoWayError} from "school-partnerships";
 *
 * // What each of four units moves the estimate by, in two clusters.
 * const influence = Float64Array.of(0.1, 0.2, -0.1, -0.2);
 * const clustering = {of: Int32Array.of(0, 0, 1, 1), count: 2};
 * const byYear = {of: Int32Array.of(0, 1, 0, 1), count: 2};
 * console.log(twoWayError(influence, clustering, byYear).toFixed(3));
 * // 0.283
 */
export function twoWayError(influence: Float64Array, first: Clustering, second: Clustering): number {
  const variance = (clustering: Clustering) => clusteredError(influence, clustering) ** 2;
  const both = variance(intersection(first, second));
  const [a, b] = [variance(first), variance(second)];
  return Math.sqrt(a + b - both > 0 ? a + b - both : Math.max(a, b));
}

/** The clusters of units that share both. */
function intersection(first: Clustering, second: Clustering): Clustering {
  const number = new Map<number, number>();
  const of = first.of.map((cluster, unit) => {
    const pair = cluster * second.count + second.of[unit];
    const known = number.get(pair);
    if (known !== undefined) return known;
    number.set(pair, number.size);
    return number.size - 1;
  });
  return {of, count: number.size};
}

const sumOfSquares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);
