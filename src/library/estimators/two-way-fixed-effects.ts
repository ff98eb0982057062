import {checkOptions} from "../panel/check-options.ts";
import {UserError} from "../errors.ts";
import type {Effect, LongPanel} from "../panel/long-panel.ts";
import type {Aggregate, PanelEstimator, PanelResult} from "../panel/panel-estimator.ts";
import {unitsWith} from "../panel/panel-rows.ts";
import {collinearCovariates, combinationAt, computeEffects} from "./regression-effects.ts";
import {fitTwoWay} from "./two-way-regression.ts";

/** The options of `twoWayFixedEffects`. */
export interface TwoWayOptions {
  /** One effect (`simple`), or one an event time (`dynamic`), counted from the year before treatment. */
  aggregate: Extract<Aggregate, "simple" | "dynamic">;
  /** Years before treatment in which it may already act. */
  anticipation: number;
}

/** What `twoWayFixedEffects` gives: effects, and the coefficients of covariates. */
export interface TwoWayResult extends PanelResult {
  /** Coefficients of the covariates that are not collinear. */
  covariates: readonly Effect[];
}

/**
 * The regression of the outcome on treatment with effects of units and years.
 * Where effects differ by cohort or grow, units already treated serve as
 * comparators and the mean has weights that may be negative
 * (Goodman-Bacon 2021; `goodmanBacon` takes it apart): here for comparison with others.
 * Standard errors: see `computeEffects`.
 *
 * `dynamic` has a dummy for each event time but the last before treatment (less anticipation),
 * alike for all cohorts; its overall effect is the mean over event times from 0.
 *
 * Throws a UserError where treatment is collinear with the effects.
 *
 * @example
 * import {readPanel, twoWayFixedEffects} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * console.log(twoWayFixedEffects(panel, {aggregate: "simple", anticipation: 0}).effects[0].estimate.toFixed(2));
 * // 2.50
 */
export function twoWayFixedEffects(panel: LongPanel, {aggregate, anticipation}: TwoWayOptions): TwoWayResult {
  const {unit, period, cohort, covariates} = panel;
  const event = (row: number) => period[row] - cohort[unit[row]];
  const times = aggregate === "simple" ? [] : eventTimes(panel, anticipation);
  const place = new Map(times.map((e, i) => [e, i]));
  const treatment =
    aggregate === "simple"
      ? {values: Float64Array.from(period, (_, row) => (event(row) >= -anticipation ? 1 : 0))}
      : {levels: times.length, level: Int32Array.from(period, (_, row) => place.get(event(row)) ?? -1)};
  const fit = fitTwoWay({...panel, units: panel.ids.length}, [...covariates, treatment]);

  const computeEffect = computeEffects(fit, panel);
  const effect = (term: Effect["term"], places: readonly number[], isIncluded: (row: number) => boolean): Effect =>
    computeEffect(
      combinationAt(
        fit.regressors,
        places,
        places.map(() => 1 / places.length)
      ),
      {term, ...behind(panel, isIncluded)}
    );
  const isKept = (k: number) => !Number.isNaN(fit.coefficients[covariates.length + k]);
  const kept = times.length ? [...times.keys()].filter(isKept) : isKept(0) ? [0] : [];
  const after = kept.filter((k) => !times.length || times[k] >= 0);
  if (!after.length) {
    throw new UserError("treatment cannot be distinguished from the effects of units and years", {
      fix: "add never-treated units, or years before and after treatment"
    });
  }
  const isTreated = (row: number) => event(row) >= (times.length ? 0 : -anticipation);
  return {
    effects: [
      effect(
        "overall",
        after.map((k) => covariates.length + k),
        isTreated
      ),
      ...(times.length
        ? kept.map((k) => effect(times[k], [covariates.length + k], (row) => event(row) === times[k]))
        : [])
    ],
    covariates: covariates.flatMap(({name}, j) =>
      Number.isNaN(fit.coefficients[j]) ? [] : [effect(name, [j], isTreated)]
    ),
    messages: [
      ...collinearCovariates(fit, panel),
      ...[...times.keys()]
        .filter((k) => !isKept(k))
        .map((k) => `event time ${times[k]} cannot be distinguished from the others: left out`)
    ]
  };
}

/**
 * `twoWayFixedEffects` with the interface of the registry.
 *
 * @example
 * import {readPanel, twoWayEstimator} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const options = {aggregate: "simple", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0};
 * console.log(twoWayEstimator.estimate(panel, options).effects[0].estimate.toFixed(2));
 * // 2.50
 */
export const twoWayEstimator: PanelEstimator = {
  id: "twfe",
  label: "Two-way fixed effects",
  reference: "Goodman-Bacon (2021), Journal of Econometrics 225(2), doi:10.1016/j.jeconom.2021.03.014",
  aggregates: ["simple", "dynamic"],
  takes: ["anticipation", "covariates", "weights"],
  estimate: (panel, options) => {
    const {aggregate, anticipation} = checkOptions(options, twoWayEstimator);
    return twoWayFixedEffects(panel, {aggregate: aggregate === "dynamic" ? "dynamic" : "simple", anticipation});
  }
};

/** Event times with rows, ascending, but the last before treatment. */
function eventTimes({unit, period, cohort}: LongPanel, anticipation: number): number[] {
  const found = new Set<number>();
  for (let row = 0; row < unit.length; row++) {
    if (cohort[unit[row]] !== Infinity) found.add(period[row] - cohort[unit[row]]);
  }
  const sorted = [...found].sort((a, b) => a - b);
  const base = sorted.findLast((e) => e < -anticipation);
  return sorted.filter((e) => e !== base);
}

/** The units with the rows in question, and those that are never treated. */
function behind(panel: LongPanel, isIncluded: (row: number) => boolean): Pick<Effect, "units" | "comparators"> {
  const total = (marks: Uint8Array) => marks.reduce((count, mark) => count + mark, 0);
  return {
    units: total(unitsWith(panel, isIncluded)),
    comparators: total(unitsWith(panel, (row) => panel.cohort[panel.unit[row]] === Infinity))
  };
}
