import {smallSample} from "../inference/small-sample.ts";
import type {LongPanel} from "../panel/long-panel.ts";
import type {PanelEstimator} from "../panel/panel-estimator.ts";

/**
 * The naive figure: treated units after treatment less the same units before
 * it, with nobody to compare with, as a regression on unit effects and one
 * dummy. Years that were good for everyone, and recovery from a bad one, pass
 * for an effect. Shown to be distrusted. Standard errors are clustered and carry the correction `smallSample`.
 *
 * @example
 * import {beforeAfter, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const options = {aggregate: "simple", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0};
 * console.log(beforeAfter.estimate(panel, options).effects[0].estimate.toFixed(2));
 * // 4.00
 */
export const beforeAfter = {
  id: "before_after",
  label: "Before–after of the treated (naive)",
  reference: "None: the comparison that selection on a bad year misleads",
  aggregates: ["simple"],
  takes: ["weights"],

  estimate({unit, period, outcome, cohort, cluster, weights}: LongPanel) {
    const influence = new Float64Array(cohort.length);
    const changes = computeChanges({unit, period, outcome, cohort, weights});
    const square = changes.reduce((sum, change) => sum + change.square, 0);
    const estimate = changes.reduce((sum, change) => sum + change.product, 0) / square;
    const rows = changes.reduce((sum, change) => sum + change.rows, 0);
    const clusters = new Set(changes.map((change) => cluster[change.unit])).size;
    // The dummy, and the constant that the unit effects hold.
    const correction = Math.sqrt(smallSample({rows, coefficients: 2, clusters}));
    for (const {unit: u, product, square: own} of changes) {
      influence[u] = (correction * (product - estimate * own)) / square;
    }
    const effect = {term: "overall", estimate, influence, units: changes.length, comparators: 0} as const;
    const messages = ["naive: treated units before and after, compared with nobody; it is no estimate of an effect"];
    return {effects: square > 0 ? [effect] : [], messages};
  }
} satisfies PanelEstimator;

interface Change {
  unit: number;
  rows: number;
  /** Σ w ẋ y and Σ w ẋ², with ẋ the dummy less the unit’s mean of it. */
  product: number;
  square: number;
}

/** By treated unit with rows on both sides of treatment; others say nothing but are counted where treated. */
function computeChanges({
  unit,
  period,
  outcome,
  cohort,
  weights
}: Pick<LongPanel, "unit" | "period" | "outcome" | "cohort" | "weights">): Change[] {
  const changes: Change[] = [];
  for (let from = 0, to = 0; from < unit.length; from = to) {
    const u = unit[from];
    while (to < unit.length && unit[to] === u) to++;
    if (cohort[u] === Infinity) continue;
    let total = 0;
    let after = 0;
    for (let row = from; row < to; row++) {
      const weight = weights ? weights[row] : 1;
      total += weight;
      if (period[row] >= cohort[u]) after += weight;
    }
    const mean = after / total;
    let product = 0;
    for (let row = from; row < to; row++) {
      product += (weights ? weights[row] : 1) * ((period[row] >= cohort[u] ? 1 : 0) - mean) * outcome[row];
    }
    changes.push({unit: u, rows: to - from, product, square: total * mean * (1 - mean)});
  }
  return changes;
}
