/**
 * How many units of equal weight would say as much (Kish 1965): (Σw)² ÷ Σw². 0 if none has a weight.
 *
 * @example
 * import {effectiveSampleSize} from "school-partnerships/matching";
 *
 * console.log(effectiveSampleSize(Float64Array.of(1, 1, 2)).toFixed(3));
 * // 2.667
 */
export function effectiveSampleSize(weights: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}
