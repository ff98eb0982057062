import {UserError} from "../errors.ts";

/** p-values as they are. Throws a UserError where one is none: below 0 or above 1. NaN stays, for a test that could not be made. */
export function checkPValues(p: Float64Array): Float64Array {
  const i = p.findIndex((value) => value < 0 || value > 1);
  if (i < 0) return p;
  throw new UserError(`${p[i]}, at place ${i}, is no p-value`, {
    fix: "give numbers from 0 to 1, and NaN for a test that could not be made"
  });
}
