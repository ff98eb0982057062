/** Matching and weighting: a registry of methods, balance before and after, and the difference that remains. */
export {findMethod, matchingMethods} from "./methods.ts";
export type {Matched, MatchingMethod} from "./methods.ts";
export {matchDefaults} from "./match-options.ts";
export type {MatchOptions} from "./match-options.ts";
export {indicatorColumns, modelColumns} from "./sample.ts";
export type {Column, Covariate, Sample} from "./sample.ts";
export {fitBinaryRegression, linkNames} from "./binary-regression.ts";
export type {BinaryRegression, Link} from "./binary-regression.ts";
export {nearestNeighbours, orders} from "./nearest.ts";
export type {NearestOptions, Order, Pair} from "./nearest.ts";
export {entropyBalance} from "./entropy-balancing.ts";
export {inverseProbabilityWeights, overlapWeights} from "./propensity-weights.ts";
export type {Matching} from "./strata-weights.ts";
export {measureBalance} from "./balance.ts";
export type {Balance} from "./balance.ts";
export {effectiveSampleSize} from "./effective-sample-size.ts";
export {weightedDifference} from "./weighted-difference.ts";
export type {Difference} from "./weighted-difference.ts";
