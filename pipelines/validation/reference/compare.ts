import type {ReferenceRow} from "./row.ts";

type Named = Pick<ReferenceRow, "set" | "estimator" | "what">;

/** Tolerances of the method: point estimates against max(|estimate|, its standard error), standard errors relative. */
export const tolerance = {estimate: 1e-8, error: 1e-6};

/** A point estimate next to the expected one, whose standard error is `se` (0 if there is none). */
export function estimateRow(named: Named, expected: number, ours: number, se: number, why?: string): ReferenceRow {
  return row(named, expected, ours, Math.max(Math.abs(expected), se), tolerance.estimate, why);
}

/** A standard error, or any positive figure held to the same relative tolerance, next to the expected one. */
export function errorRow(named: Named, expected: number, ours: number, why?: string): ReferenceRow {
  return row(named, expected, ours, Math.abs(expected), tolerance.error, why);
}

/**
 * Any number next to the expected one. Where both are missing (NaN) they agree;
 * where one is, they do not. A scale of 0 stands for 1. `why` is kept only on rows that fail.
 */
export function row(
  named: Named,
  expected: number,
  ours: number,
  scale: number,
  within: number,
  why?: string
): ReferenceRow {
  const same = expected === ours || (Number.isNaN(expected) && Number.isNaN(ours));
  const relative = same ? 0 : Math.abs(ours - expected) / (scale > 0 ? scale : 1);
  const pass = relative <= within;
  return {...named, expected, ours, relative, tolerance: within, pass, ...(!pass && why ? {why} : {})};
}
