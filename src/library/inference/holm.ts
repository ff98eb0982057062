import {stepWise} from "./step-wise.ts";

/** Holm’s (1979) step-down p-values: familywise error whatever the dependence, never above Bonferroni’s. */
export const holm = (p: Float64Array): Float64Array => stepWise(p, "down", (rank, tests) => tests - rank + 1);
