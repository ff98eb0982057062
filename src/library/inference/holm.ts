import {stepWise} from "./step-wise.ts";

/**
 * Holm’s (1979) step-down p-values, in the order given: familywise error whatever the dependence, never above
 * Bonferroni’s.
 *
 * @example
 * import {holm} from "school-partnerships/inference";
 *
 * console.log([...holm(Float64Array.of(0.01, 0.04, 0.03))].join(", "));
 * // 0.03, 0.06, 0.06
 */
export const holm = (p: Float64Array): Float64Array => stepWise(p, "down", (rank, tests) => tests - rank + 1);
