import {stepWise} from "./step-wise.ts";

/**
 * Hochberg’s (1988) step-up p-values: familywise error where tests are independent or positively dependent.
 *
 * @example
 * import {hochberg} from "school-partnerships";
 *
 * console.log([...hochberg(Float64Array.of(0.04, 0.04, 0.01))].join());
 * // 0.04,0.04,0.03
 */
export const hochberg = (p: Float64Array): Float64Array => stepWise(p, "up", (rank, tests) => tests - rank + 1);
