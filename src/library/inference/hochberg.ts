import {stepWise} from "./step-wise.ts";

/** Hochberg’s (1988) step-up p-values: familywise error where tests are independent or positively dependent. */
export const hochberg = (p: Float64Array): Float64Array => stepWise(p, "up", (rank, tests) => tests - rank + 1);
