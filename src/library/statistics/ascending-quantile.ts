/**
 * The quantile of sorted numbers, between the two nearest as far as it lies (Hyndman & Fan 1996, type 7). NaN, which
 * sorting puts last, is left out. NaN where there is no number.
 *
 * @example
 * import {ascendingQuantile} from "school-partnerships";
 *
 * console.log(ascendingQuantile(Float64Array.of(1, 2, 4, 8), 0.5));
 * // 3
 */
export function ascendingQuantile(ascending: Float64Array, share: number): number {
  let length = ascending.length;
  while (length > 0 && Number.isNaN(ascending[length - 1])) length--;
  const place = (length - 1) * share;
  const below = Math.floor(place);
  if (below + 1 >= length) return length ? ascending[length - 1] : NaN;
  return ascending[below] + (ascending[below + 1] - ascending[below]) * (place - below);
}
