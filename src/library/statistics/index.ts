/** The numbers beneath: seeded random numbers, least squares, mixed models, sums by group. */
export {mersenneState, mersenneTwister, normalNumbers} from "./mersenne-twister.ts";
export {leastSquares} from "./least-squares.ts";
export type {Line} from "./least-squares.ts";
export {factorise, solve} from "./cholesky.ts";
export type {Cholesky} from "./cholesky.ts";
export {fitMixedModel} from "./mixed-model.ts";
export type {GroupedObservations, MatrixView, MixedFit} from "./mixed-model.ts";
export type {Block} from "./sparse-rows.ts";
export {ascendingQuantile} from "./ascending-quantile.ts";
export {makeFloats} from "./floats.ts";
export {dot, dots} from "./linear-model.ts";
export {findLevels} from "./levels.ts";
export type {Levels} from "./levels.ts";
export {sumBy} from "./sum-by.ts";
export {tailQuantile} from "./tail-quantile.ts";
export {meanOfAvailable} from "./available-mean.ts";
