/**
 * The quantile of numbers in any order, as `ascendingQuantile` gives it of sorted ones (Hyndman & Fan 1996, type 7), for
 * a share near 0 or 1: only the numbers of the nearer tail are put in order. NaN is left out; NaN where there is no number.
 *
 * @example
 * import {tailQuantile} from "school-partnerships";
 *
 * console.log(tailQuantile(Float64Array.of(8, 1, 4, 2, NaN), 0.9).toFixed(1));
 * // 6.8
 */
export function tailQuantile(values: Float64Array, share: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) count++;
  if (count === 0) return NaN;
  const place = (count - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, count - 1);
  const isLower = above < count / 2;
  const tail = isLower ? listTail(values, above + 1, 1) : listTail(values, count - below, -1);
  const [from, to] = isLower ? [tail[below], tail[above]] : [-tail[count - 1 - below], -tail[count - 1 - above]];
  return from + (to - from) * (place - below);
}

/** The least numbers, so many, ascending; with the sign -1 the greatest, turned round. */
function listTail(values: Float64Array, length: number, sign: 1 | -1): Float64Array {
  const tail = new Float64Array(length).fill(Infinity);
  for (let i = 0; i < values.length; i++) {
    const value = sign * values[i];
    if (!(value < tail[length - 1])) continue;
    let at = length - 1;
    for (; at > 0 && tail[at - 1] > value; at--) tail[at] = tail[at - 1];
    tail[at] = value;
  }
  return tail;
}
