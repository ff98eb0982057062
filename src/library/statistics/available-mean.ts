/**
 * The mean of the values at indexes from, from + step … to (included), over
 * those that are not NaN. NaN if all are, or if there are none.
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
