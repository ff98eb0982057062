import {stepWise} from "./step-wise.ts";

/**
 * Benjamini & Hochberg’s (1995) p-values: the share of findings that are false, where tests are
 * independent or positively dependent.
 */
export const benjaminiHochberg = (p: Float64Array): Float64Array => stepWise(p, "up", (rank, tests) => tests / rank);

/** Benjamini & Yekutieli’s (2001): the same whatever the dependence. */
export const benjaminiYekutieli = (p: Float64Array): Float64Array =>
  stepWise(p, "up", (rank, tests) => (tests * harmonic(tests)) / rank);

const harmonic = (n: number): number => Array.from({length: n}, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b, 0);
