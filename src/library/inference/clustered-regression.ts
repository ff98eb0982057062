import {UserError} from "../errors.ts";
import {centreWithin} from "../statistics/centre-within.ts";
import {factorise, solve, solveLower, type Cholesky} from "../statistics/cholesky.ts";
import {crossMatrix, crossVectors} from "../statistics/cross-products.ts";
import {stackColumns, timesVector, type Block} from "../statistics/sparse-rows.ts";
import {sumBy} from "../statistics/sum-by.ts";
import {smallSample} from "./small-sample.ts";

/** A regression of which one coefficient is tested, its rows in clusters. */
export interface ClusteredRegression {
  outcome: Float64Array;
  /** The column whose coefficient is tested. */
  tested: Float64Array;
  /** All other columns, the constant among them unless `absorbed` has it. */
  others: readonly Block[];
  /** By row, indices below `clusters`; every cluster has a row. */
  cluster: Int32Array;
  clusters: number;
  weights: Float64Array | null;
  /** A fixed effect to be taken out exactly, each of whose levels lies within one cluster. */
  absorbed: {level: Int32Array; levels: number} | null;
}

/**
 * A clustered regression reduced to sums over clusters. With x̃ the tested
 * column and ỹ the outcome, both less what the other columns Z say of them,
 * the residuals under a coefficient of r are ỹ − r x̃.
 */
export interface ReducedRegression {
  clusters: number;
  /** x̃′Wỹ ÷ x̃′Wx̃. */
  coefficient: number;
  /** Its clustered standard error, corrected for small samples. */
  error: number;
  /** That correction: `smallSample`, all columns and absorbed levels counted. */
  correction: number;
  /** By cluster: x̃′Wỹ and x̃′Wx̃. */
  outcome: Float64Array;
  tested: Float64Array;
  /** How many columns there are, the tested one included. */
  columns: number;
  /** Clusters × columns, row by row, with L L′ the cross-products of all columns X: L⁻¹X′Wỹ, L⁻¹X′Wx̃. */
  outcomeScores: Float64Array;
  testedScores: Float64Array;
}

/** Columns of which no larger share is left by earlier ones are dropped. */
const tolerance = 1e-9;

/**
 * The reduction. Throws a UserError if the other columns explain the tested
 * one, or fewer than two clusters or no degrees of freedom are left.
 *
 * @example
 * import {reduceToClusters} from "school-partnerships";
 *
 * // Six clusters of two; three of them are treated.
 * const regression = reduceToClusters({
 *   outcome: Float64Array.of(1, 2, 2, 4, 3, 3, 4, 6, 5, 7, 6, 7),
 *   tested: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 0 : 1)),
 *   others: [{values: new Float64Array(12).fill(1)}],
 *   cluster: Int32Array.from({length: 12}, (_, i) => Math.floor(i / 2)),
 *   clusters: 6,
 *   weights: null,
 *   absorbed: null
 * });
 * console.log(regression.coefficient.toFixed(2), regression.error.toFixed(2));
 * // 3.33 0.63
 */
export function reduceToClusters(regression: ClusteredRegression): ReducedRegression {
  const {cluster, clusters, weights} = regression;
  const rows = regression.outcome.length;
  const {outcome, tested, others} = withoutAbsorbed(regression);
  const design = stackColumns(rows, [...others, {values: tested}]);
  const {columns} = design;
  const matrix = crossMatrix(design, weights);
  const scale = Float64Array.from({length: columns}, (_, j) => matrix[j * columns + j] || Infinity);
  const factor = factorise(matrix, {scale, tolerance});
  const coefficients = factor.rank + (regression.absorbed?.levels ?? 0);
  const correction = smallSample({rows, coefficients, clusters});
  refuse(factor, {rows, coefficients, clusters});

  const everyRow = {weights, group: new Int32Array(rows), groups: 1};
  const withoutTested = {...factor, kept: factor.kept.with(columns - 1, 0)};
  const findLeft = (values: Float64Array) => {
    const said = timesVector(design, solve(withoutTested, crossVectors(design, values, everyRow)));
    return values.map((value, row) => value - said[row]);
  };
  const x = findLeft(tested);
  const y = findLeft(outcome);
  const byCluster = (values: Float64Array) =>
    sumBy(
      x.map((value, row) => (weights ? weights[row] : 1) * value * values[row]),
      cluster,
      clusters
    );
  const xy = byCluster(y);
  const xx = byCluster(x);
  const square = total(xx);
  const coefficient = total(xy) / square;
  const scores = xy.map((value, g) => value - coefficient * xx[g]);
  const scoreClusters = (values: Float64Array) => {
    const sums = crossVectors(design, values, {weights, group: cluster, groups: clusters});
    for (let g = 0; g < clusters; g++) {
      sums.set(solveLower(factor, sums.subarray(g * columns, (g + 1) * columns)), g * columns);
    }
    return sums;
  };
  return {
    clusters,
    coefficient,
    error: Math.sqrt(correction * scores.reduce((sum, score) => sum + score * score, 0)) / square,
    correction,
    outcome: xy,
    tested: xx,
    columns,
    outcomeScores: scoreClusters(y),
    testedScores: scoreClusters(x)
  };
}

/** Everything less its mean within levels of the absorbed effect; dummies then have a number in each row. */
function withoutAbsorbed(regression: ClusteredRegression): Pick<ClusteredRegression, "outcome" | "tested"> & {
  others: readonly Block[];
} {
  const {absorbed, weights, outcome, tested, others} = regression;
  if (!absorbed) return {outcome, tested, others};
  const centred = (values: Float64Array) =>
    centreWithin(values, {unit: absorbed.level, units: absorbed.levels, weights});
  const columns = others.flatMap((block) =>
    "values" in block
      ? [block.values]
      : Array.from({length: block.levels}, (_, level) => Float64Array.from(block.level, (at) => (at === level ? 1 : 0)))
  );
  return {
    outcome: centred(outcome),
    tested: centred(tested),
    others: columns.map((values) => ({values: centred(values)}))
  };
}

function refuse(
  {kept, size}: Cholesky,
  {rows, coefficients, clusters}: {rows: number; coefficients: number; clusters: number}
): void {
  if (clusters < 2 || rows <= coefficients) {
    throw new UserError(`${rows} rows in ${clusters} clusters are too few for ${coefficients} coefficients`, {
      fix: "give at least two clusters, and more rows than coefficients"
    });
  }
  if (!kept[size - 1]) {
    throw new UserError("the other columns explain the tested one", {
      fix: "test a column that is no sum of the others and the fixed effects"
    });
  }
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
