import {stepWise} from "./step-wise.ts";

/**
 * Benjamini & Hochberg’s (1995) p-values: the share of findings that are false, where tests are
 * independent or positively dependent.
 *
 * @example
 * import {benjaminiHochberg} from "school-partnerships";
 *
 * console.log([...benjaminiHochberg(Float64Array.of(0.01, 0.04, 0.03))].join());
 * // 0.03,0.04,0.04
 */
export const benjaminiHochberg = (p: Float64Array): Float64Array => stepWise(p, "up", (rank, tests) => tests / rank);

/**
 * Benjamini & Yekutieli’s (2001): the same whatever the dependence.
 *
 * @example
 * import {benjaminiYekutieli} from "school-partnerships";
 *
 * const adjusted = benjaminiYekutieli(Float64Array.of(0.01, 0.04, 0.03));
 * console.log([...adjusted].map((p) => p.toFixed(3)).join());
 * // 0.055,0.073,0.073
 */
export const benjaminiYekutieli = (p: Float64Array): Float64Array =>
  stepWise(p, "up", (rank, tests) => (tests * harmonic(tests)) / rank);

const harmonic = (n: number): number => Array.from({length: n}, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b, 0);
