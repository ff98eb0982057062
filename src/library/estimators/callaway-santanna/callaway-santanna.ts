import {UserError} from "../../errors.ts";
import type {LongPanel} from "../../panel/long-panel.ts";
import type {PanelEstimator, PanelOptions} from "../../panel/panel-estimator.ts";
import {checkOptions} from "../../panel/check-options.ts";
import {usesOutcomeRegression, outcomeRegression} from "../outcome-regression/outcome-regression.ts";
import {aggregateCells, cohortWeights} from "./aggregate.ts";
import {cohortYearEffects} from "./cohort-year-effects.ts";
import {listMessages} from "./messages.ts";
import {arrangeGrid} from "./panel-grid.ts";

/**
 * Effects on every cohort in every year, and their averages.
 *
 * ATT(g, t) is the change in outcome from the base to t in cohort g, less that
 * of units never or not yet treated, made alike in the covariates by outcome
 * regression, inverse probability weighting or both (`method`). On a balanced
 * panel, and with a base window, units are compared with themselves; on an unbalanced one the rows of
 * the two years are repeated cross-sections. In the universal base year the
 * effect is 0 and has no influence. Outcome regression from a base window is `poolRegression`.
 *
 * Throws a UserError if no cohort and year can be estimated, with the reasons, if both a
 * window and anticipation are given, or if an option is not one of those there are.
 *
 * @example
 * import {callawaySantanna, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const {effects} = callawaySantanna.estimate(panel, {aggregate: "dynamic", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0});
 * for (const {term, estimate} of effects) console.log(`${term}: ${estimate.toFixed(2)}`);
 * // overall: 2.50
 * // -1: 0.00
 * // 0: 2.50
 */
export const callawaySantanna = {
  id: "callaway_santanna",
  label: "Callaway–Sant’Anna",
  reference: "Callaway & Sant’Anna (2021), Journal of Econometrics 225(2), doi:10.1016/j.jeconom.2020.12.001",
  aggregates: ["dynamic", "phase", "group", "cohort", "calendar", "simple", "att_gt"],
  takes: ["comparators", "base", "method", "anticipation", "covariates", "weights"],

  estimate(panel: LongPanel, options: PanelOptions) {
    checkOptions(options, this);
    if (typeof options.base !== "string" && options.anticipation > 0) {
      throw new UserError("a base window and anticipation are two answers to one question", {
        fix: "give --base=FROM:TO that ends before anticipation starts, or --anticipation, not both"
      });
    }
    if (usesOutcomeRegression(options)) return outcomeRegression(panel, options);
    if (options.aggregate === "group") {
      throw new UserError("--aggregate group is not known but with outcome regression from a base window", {
        fix: "give --method reg and --base=-4:-2, or --aggregate cohort, or another"
      });
    }
    const grid = arrangeGrid(panel);
    const effects = cohortYearEffects(grid, options);
    const messages = listMessages(grid, effects, options);
    if (options.aggregate === "att_gt") {
      const cells = effects.cells.map(({cohort, time, att, influence, rests}) => {
        const count = (mark: number) => rests.reduce((sum, value) => sum + (value === mark ? 1 : 0), 0);
        return {cohort, time, estimate: att, influence, units: count(1), comparators: count(2)};
      });
      return {effects: [], cells, messages};
    }
    return {
      effects: aggregateCells(effects.cells, panel, cohortWeights(panel), {
        aggregate: options.aggregate,
        windows: options.windows
      }),
      messages
    };
  }
} satisfies PanelEstimator;
