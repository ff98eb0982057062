/**
 * p-values times their number, at most 1: the chance of any false finding stays below the level.
 * NaN stays NaN and is not counted.
 */
export function bonferroni(p: Float64Array): Float64Array {
  const tests = p.filter((value) => !Number.isNaN(value)).length;
  return p.map((value) => Math.min(value * tests, 1));
}
