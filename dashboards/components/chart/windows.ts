/**
 * The windows of the analysis plan in years since joining, and the chance below which the years before speak against an
 * effect. Pages cannot import src/design.ts; a test holds the two together.
 */
export const WINDOWS = {base: [-4, -2], after: [0, 4], second_base: [-7, -5], pre_trend: 0.05} as const;
