import type {Covariate} from "./donor-design.ts";
import type {WindowMeans} from "./window-means.ts";

export interface RegressorOptions {
  /** Adds the square of every regressor. */
  squares: boolean;
  /** Adds the outcome’s own base mean: units are compared with those of the same past. */
  laggedOutcome: boolean;
}

/** What the outcome’s own base mean is called in messages. */
export const ownPast = "the outcome’s base mean";

/**
 * The regressors of some units, donors first, in the order in which they are kept: the outcome’s own past, the
 * covariates as they are named, and then the squares of all in the same order. Squares are of the distance from the
 * donors’ mean, which fit what plain ones do.
 */
export function makeRegressors(
  {outcome, covariates}: Pick<WindowMeans, "outcome" | "covariates">,
  units: Int32Array,
  {donors, names, squares, laggedOutcome}: RegressorOptions & {donors: number; names: readonly string[]}
): Covariate[] {
  const selectUnits = (means: Float64Array) => Float64Array.from(units, (u) => means[u]);
  const plain = [
    ...(laggedOutcome ? [{name: ownPast, values: selectUnits(outcome)}] : []),
    ...covariates.map((means, k) => ({name: names[k], values: selectUnits(means)}))
  ];
  if (!squares) return plain;
  return [...plain, ...plain.map(({name, values}) => ({name: `${name}²`, values: squared(values, donors)}))];
}

function squared(values: Float64Array, donors: number): Float64Array {
  let sum = 0;
  for (let i = 0; i < donors; i++) sum += values[i];
  const mean = sum / Math.max(donors, 1);
  return values.map((value) => (value - mean) ** 2);
}
