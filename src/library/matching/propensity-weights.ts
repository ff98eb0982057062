/**
 * Weights by the propensity p: comparators count for p ÷ (1 − p), which gives
 * them the treated rows’ covariates, and treated rows for 1 (Hirano, Imbens &
 * Ridder 2003).
 *
 * @example
 * import {inverseProbabilityWeights} from "school-partnerships";
 *
 * const weights = inverseProbabilityWeights(Uint8Array.of(1, 0, 0), Float64Array.of(0.6, 0.5, 0.2));
 * console.log([...weights].join());
 * // 1,1,0.25
 */
export function inverseProbabilityWeights(treated: Uint8Array, propensity: Float64Array): Float64Array {
  return propensity.map((p, row) => (treated[row] ? 1 : p / (1 - p)));
}

/**
 * Weights by the propensity p: treated rows count for 1 − p and comparators for
 * p, so that those who might have been either count most (Li, Morgan & Zaslavsky
 * 2018). What is estimated is the effect on *them*, not on the treated.
 *
 * @example
 * import {overlapWeights} from "school-partnerships";
 *
 * console.log([...overlapWeights(Uint8Array.of(1, 0, 0), Float64Array.of(0.6, 0.5, 0.2))].join());
 * // 0.4,0.5,0.2
 */
export function overlapWeights(treated: Uint8Array, propensity: Float64Array): Float64Array {
  return propensity.map((p, row) => (treated[row] ? 1 - p : p));
}
