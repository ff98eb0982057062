/**
 * The mean of the values at indexes from, from + step … to (included), over
 * those that are not NaN. NaN if all are, or if there are none.
 *
 * @example
 * import {meanOfAvailable} from "school-partnerships";
 *
 * console.log(meanOfAvailable([1, NaN, 3, 100], 0, 2));
 * // 2
 */
export function meanOfAvailable(values: ArrayLike<number>, from: number, to: number, step = 1): number {
  let sum = 0;
  let count = 0;
  for (let i = from; i <= to; i += step) {
    const value = values[i];
    if (!Number.isNaN(value)) {
      sum += value;
      count++;
    }
  }
  return count ? sum / count : NaN;
}
