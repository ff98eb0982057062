import {frankWolfe} from "../statistics/frank-wolfe.ts";
import {simplexLeastSquares} from "../statistics/simplex-least-squares.ts";

/** How weights are solved for: to the last digit, or by Frank–Wolfe steps that stop early and start again among the largest. */
export type Solver = "exact" | "frank_wolfe";

/**
 * How the least-squares problem of synthetic weights is solved.
 *
 * @example
 * import {solvers} from "school-partnerships";
 *
 * console.log(solvers.join(", "));
 * // exact, frank_wolfe
 */
export const solvers: readonly Solver[] = ["exact", "frank_wolfe"];

export interface SyntheticWeightsOptions {
  solver: Solver;
  /** ζ: the penalty is ζ² × rows × Σ w². */
  zeta: number;
  /** Whether a constant may make up for a difference of level. */
  intercept: boolean;
  /** Weights that Frank–Wolfe starts from; equal ones if null. */
  from: Float64Array | null;
  /** Frank–Wolfe ends when a step lowers the mean squared error by no more than its square. */
  leastDecrease: number;
}

/**
 * Weights ≥ 0 that add up to 1 and make the weighted columns follow the target:
 * eq. 4 and 6 of Arkhangelsky et al. (2021). `frank_wolfe` takes a hundred steps,
 * puts weights of a quarter of the largest or less to zero and takes up to
 * 10,000 more, as the authors’ own software does.
 */
export function syntheticWeights(
  columns: readonly Float64Array[],
  target: Float64Array,
  {solver, zeta, intercept, from, leastDecrease}: SyntheticWeightsOptions
): Float64Array {
  const x = intercept ? columns.map(centred) : columns;
  const y = intercept ? centred(target) : target;
  const ridge = zeta * zeta * target.length;
  if (solver === "exact") return simplexLeastSquares(x, y, {ridge});
  const enough = leastDecrease * leastDecrease;
  const first = frankWolfe(x, y, {ridge, from, enough, steps: 100});
  return frankWolfe(x, y, {ridge, from: sparser(first), enough, steps: 10_000});
}

function sparser(weights: Float64Array): Float64Array {
  const least = Math.max(...weights) / 4;
  const kept = weights.map((weight) => (weight > least ? weight : 0));
  const total = kept.reduce((sum, weight) => sum + weight, 0);
  return kept.map((weight) => weight / total);
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
