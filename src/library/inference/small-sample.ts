/** What a regression rests on. */
export interface Freedom {
  rows: number;
  /**
   * Coefficients estimated, counting every level of a fixed effect less one for each further
   * effect, and leaving out effects whose levels lie within one cluster each.
   */
  coefficients: number;
  /** Of two clusterings the smaller number. */
  clusters: number;
}

/**
 * What a clustered variance is multiplied by in small samples:
 * G ÷ (G − 1) × (n − 1) ÷ (n − K), with nested effects out of K (Cameron &
 * Miller 2015, §VI.B; the default of fixest, and of Stata’s areg and reghdfe).
 * NaN if it does not exist: one cluster, or no more rows than coefficients.
 *
 * @example
 * import {smallSample} from "school-partnerships";
 *
 * console.log(smallSample({rows: 100, coefficients: 2, clusters: 10}).toFixed(4));
 * // 1.1224
 */
export function smallSample({rows, coefficients, clusters}: Freedom): number {
  if (clusters < 2 || rows <= coefficients) return NaN;
  return ((clusters / (clusters - 1)) * (rows - 1)) / (rows - coefficients);
}
