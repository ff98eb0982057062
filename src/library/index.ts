/**
 * Causal panels: estimators of the effects of treatment, matching, inference and the statistics beneath.
 * This list, or that of one room, is the way in from outside; what is not named here may change without notice.
 */
export {PublishedFileError, UserError} from "./errors.ts";
export type {Place} from "./errors.ts";
export {methods} from "./registry.ts";
export type {RegisteredMethod} from "./registry.ts";
export * from "./panel/index.ts";
export * from "./estimators/index.ts";
export * from "./matching/index.ts";
export * from "./inference/index.ts";
export * from "./statistics/index.ts";
