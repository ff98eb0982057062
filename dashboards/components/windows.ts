/**
 * The windows of the analysis plan, in years since joining. Pages cannot import src/design.ts; a
 * test holds the two together.
 */
export const WINDOWS = {base: [-4, -2], before: [-4, -2], after: [0, 4], naive: {after: [0, 2], before: -1}} as const;
