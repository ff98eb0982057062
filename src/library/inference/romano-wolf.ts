/**
 * Step-down p-values of Romano & Wolf (2016): tests are taken from the largest |t| down, each compared
 * with the largest |t*| among itself and those after it in every draw, and none is less than
 * the one before. `draws` has the statistics of all tests under the null, draw after draw. A draw
 * as large counts (ties within a relative 1e-10 are ties). p = (1 + count)/(1 + draws); with
 * `enumerated`, where the draws are all there are and one of them is the data, count/draws.
 *
 * @example
 * import {romanoWolf} from "school-partnerships";
 *
 * // Two tests in four draws under the null, draw after draw.
 * const draws = Float64Array.of(0.5, 1, 1, 0.2, 2, 0.1, 0.3, 0.4);
 * console.log([...romanoWolf(Float64Array.of(3, 0.5), draws, {enumerated: false})].join());
 * // 0.2,0.4
 */
export function romanoWolf(
  statistics: Float64Array,
  draws: Float64Array,
  {enumerated}: {enumerated: boolean}
): Float64Array {
  const tests = statistics.length;
  const total = draws.length / tests;
  const size = statistics.map(Math.abs);
  const order = Array.from(size.keys()).sort((a, b) => size[b] - size[a] || a - b);
  const counts = new Float64Array(tests);
  for (let start = 0; start < draws.length; start += tests) {
    let most = 0;
    for (let k = tests - 1; k >= 0; k--) {
      const test = order[k];
      most = Math.max(most, Math.abs(draws[start + test]));
      if (most >= size[test] * (1 - 1e-10)) counts[test]++;
    }
  }
  const adjusted = new Float64Array(tests);
  let bound = 0;
  for (const test of order) {
    bound = Math.max(bound, enumerated ? counts[test] / total : (1 + counts[test]) / (1 + total));
    adjusted[test] = bound;
  }
  return adjusted;
}
