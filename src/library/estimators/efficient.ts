import {checkOptions} from "../panel/check-options.ts";
import {EVD, Matrix} from "ml-matrix";
import {UserError} from "../errors.ts";
import {balancedOutcomes, type BalancedOutcomes, type CohortOutcomes} from "./balanced-outcomes.ts";
import {cellMeans, type Cell} from "./cell-means.ts";
import type {Effect, LongPanel} from "../panel/long-panel.ts";
import type {NamedWindow} from "../panel/named-window.ts";
import type {Aggregate, PanelEstimator, PanelResult} from "../panel/panel-estimator.ts";

/** The options of `efficient`. */
export interface EfficientOptions {
  aggregate: Aggregate;
  /** With `phase`: the windows of event times. */
  windows?: readonly NamedWindow[];
  /** What cohorts are adjusted by: the last year present before treatment, or the year before alone, and nothing where that was not published. */
  reference: "last_before" | "year_before";
}

/**
 * The efficient estimator for treatment whose timing is as good as random
 * (Roth & Sant’Anna 2023): a mean of differences θ̂ between cohorts and those not yet treated,
 * less β times the same differences X̂ in the year before treatment, with the β that has the
 * smallest variance (equation 8). Where β is 1 it is Callaway–Sant’Anna; unlike it, and all others here,
 * this one assumes that units treated early and late would be alike in level, not in trend.
 *
 * The variance is Σ a′S a ÷ n over cohorts, less the part of what effects vary by that
 * years before anyone’s treatment determine (their §3.3); influences are scaled to it.
 *
 * Throws a UserError where the panel is not balanced, has clusters of several units, or no cohort to compare.
 *
 * @example
 * import {efficient, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const {effects} = efficient(panel, {aggregate: "simple"});
 * console.log(effects[0].estimate.toFixed(2));
 * // 3.50
 */
export function efficient(panel: LongPanel, {aggregate, windows, reference}: EfficientOptions): PanelResult {
  if (panel.clusters < panel.ids.length) {
    throw new UserError("the variance of the efficient estimator is over units, not clusters", {
      fix: "leave out --cluster, or choose another estimator"
    });
  }
  const data = balancedOutcomes(panel);
  const cells = makeCells(data);
  if (!cells.length) {
    throw new UserError("no cohort of two units or more has others to be compared with", {
      fix: "add never-treated units, or join cohorts"
    });
  }
  const effect = (share: Float64Array) => efficientMean(data, cells, {share, reference, units: panel.ids.length});
  const messages = [...data.messages, "assumes that when units were treated is as good as random"];
  if (aggregate === "att_gt") {
    const only = (at: number) => Float64Array.from(cells, (_, i) => (i === at ? 1 : 0));
    return {effects: [], cells: cells.map(({cohort, time}, i) => ({cohort, time, ...effect(only(i))})), messages};
  }
  const {overall, terms} = cellMeans(cells, {aggregate, windows});
  return {
    effects: [{term: "overall", ...effect(overall)}, ...terms.map(({term, share}) => ({term, ...effect(share)}))],
    messages
  };
}

/**
 * `efficient` with the interface of the registry.
 *
 * @example
 * import {efficientEstimator, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const options = {aggregate: "simple", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0};
 * console.log(efficientEstimator.estimate(panel, options).effects[0].estimate.toFixed(2));
 * // 3.50
 */
export const efficientEstimator: PanelEstimator = {
  id: "efficient",
  label: "Efficient, for timing at random",
  reference: "Roth & Sant’Anna (2023), Journal of Political Economy Microeconomics 1(4), doi:10.1086/726581",
  aggregates: ["dynamic", "phase", "cohort", "calendar", "simple", "att_gt"],
  takes: [],
  estimate: (panel, options) =>
    efficient(panel, {...checkOptions(options, efficientEstimator), reference: "last_before"})
};

/** Cohorts in years from treatment on in which others are not yet treated, weighing their units. */
function makeCells({periods, cohorts}: BalancedOutcomes): Cell[] {
  const last = Math.max(...cohorts.map(({cohort}) => cohort));
  return cohorts.flatMap(({cohort, units}) =>
    periods.filter((time) => time >= cohort && time < last).map((time) => ({cohort, time, weight: units.length}))
  );
}

/** By cohort, a weight for each period. */
type Weights = readonly Float64Array[];

function efficientMean(
  data: BalancedOutcomes,
  cells: readonly Cell[],
  {share, reference, units}: {share: Float64Array; reference: EfficientOptions["reference"]; units: number}
): Omit<Effect, "term"> {
  const {cohorts} = data;
  const {after, before, treated, others} = computeWeights(data, cells, share, reference);
  const variance = overCohorts(
    cohorts,
    (g, {covariance, units: of}) => form(before[g], covariance, before[g]) / of.length
  );
  const shared = overCohorts(
    cohorts,
    (g, {covariance, units: of}) => form(before[g], covariance, after[g]) / of.length
  );
  const beta = variance > 0 ? shared / variance : 0;
  const weights = after.map((values, g) => values.map((value, t) => value - beta * before[g][t]));
  const plain = overCohorts(
    cohorts,
    (g, {covariance, units: of}) => form(weights[g], covariance, weights[g]) / of.length
  );
  const known = Math.min(knownVariation(data, after) / overCohorts(cohorts, (_, {units: of}) => of.length), plain);
  return {
    estimate: overCohorts(cohorts, (g, {means}) => dot(weights[g], means)),
    influence: computeInfluence(data, weights, {units, scale: Math.sqrt((plain - known) / plain)}),
    units: overCohorts(cohorts, (g, {units: of}) => (treated[g] ? of.length : 0)),
    comparators: overCohorts(cohorts, (g, {units: of}) => (others[g] && !treated[g] ? of.length : 0))
  };
}

/** The weights of outcomes in θ̂ and in X̂, and which cohorts are on either side. */
function computeWeights(
  {cohorts, periods}: BalancedOutcomes,
  cells: readonly Cell[],
  share: Float64Array,
  reference: EfficientOptions["reference"]
): {after: Weights; before: Weights; treated: boolean[]; others: boolean[]} {
  const blank = () => cohorts.map(() => new Float64Array(periods.length));
  const [after, before] = [blank(), blank()];
  const [treated, others] = [cohorts.map(() => false), cohorts.map(() => false)];
  cells.forEach(({cohort, time}, cell) => {
    if (share[cell] === 0) return;
    const at = periods.indexOf(time);
    const base =
      reference === "year_before" ? periods.indexOf(cohort - 1) : periods.findLastIndex((year) => year < cohort);
    const comparators = [...cohorts.keys()].filter((g) => cohorts[g].cohort > time);
    const total = comparators.reduce((sum, g) => sum + cohorts[g].units.length, 0);
    const put = (g: number, weight: number) => {
      after[g][at] += weight;
      if (base >= 0) before[g][base] += weight;
    };
    const own = cohorts.findIndex((g) => g.cohort === cohort);
    put(own, share[cell]);
    treated[own] = true;
    for (const g of comparators) {
      put(g, (-share[cell] * cohorts[g].units.length) / total);
      others[g] = true;
    }
  });
  return {after, before, treated, others};
}

/**
 * A lower bound of the variance of effects over units, from periods before
 * anyone is treated: b′ S b with b the sum over cohorts of the regressions of θ̂’s outcomes on
 * those periods, and S the mean of cohorts’ covariances there.
 */
function knownVariation({cohorts, periods}: BalancedOutcomes, after: Weights): number {
  const early = periods.filter((time) => time < cohorts[0].cohort).length;
  if (!early) return 0;
  const slopes = Matrix.zeros(early, 1);
  const mean = Matrix.zeros(early, early);
  cohorts.forEach(({covariance}, g) => {
    const whole = Matrix.from1DArray(periods.length, periods.length, covariance);
    const among = whole.subMatrix(0, early - 1, 0, early - 1);
    const withAfter = whole.subMatrix(0, early - 1, 0, periods.length - 1).mmul(Matrix.columnVector([...after[g]]));
    slopes.add(invert(among).mmul(withAfter));
    mean.add(among.div(cohorts.length));
  });
  return slopes.transpose().mmul(mean).mmul(slopes).get(0, 0);
}

/** The inverse of a symmetric matrix in the directions in which it is one. */
function invert(matrix: Matrix): Matrix {
  const {eigenvectorMatrix: vectors, realEigenvalues: values} = new EVD(matrix, {assumeSymmetric: true});
  const largest = Math.max(...values);
  const inverted = values.map((value) => (value > 1e-8 * largest ? 1 / value : 0));
  return vectors.mmul(Matrix.diag(inverted)).mmul(vectors.transpose());
}

function computeInfluence(
  {cohorts, periods, outcomes}: BalancedOutcomes,
  weights: Weights,
  {units, scale}: {units: number; scale: number}
): Float64Array {
  const influence = new Float64Array(units);
  cohorts.forEach(({units: of, means}, g) => {
    const each = scale / Math.sqrt(of.length * (of.length - 1));
    for (const u of of) {
      const own = outcomes.subarray(u * periods.length, (u + 1) * periods.length);
      influence[u] = each * (dot(weights[g], own) - dot(weights[g], means));
    }
  });
  return influence;
}

function overCohorts(cohorts: readonly CohortOutcomes[], of: (g: number, cohort: CohortOutcomes) => number): number {
  return cohorts.reduce((sum, cohort, g) => sum + of(g, cohort), 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** a′ M b. */
function form(a: Float64Array, matrix: Float64Array, b: Float64Array): number {
  const size = a.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    if (a[i] !== 0) sum += a[i] * dot(matrix.subarray(i * size, (i + 1) * size), b);
  }
  return sum;
}
