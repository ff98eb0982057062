import {group, min} from "d3";
import type {LongPanel} from "../panel/long-panel.ts";
import type {PanelOptions, PanelResult} from "../panel/panel-estimator.ts";
import {fewestTreated} from "./effect-rows.ts";
import {treatedClusters} from "./effect-interval.ts";
import {waldTest} from "./wald-test.ts";

/**
 * The joint test that effects before treatment are zero, in words; null where
 * none is estimated. With a base window it is of the years before it and all
 * but the last within, since those of the window sum to zero; of `group` also of the years between it and treatment.
 *
 * @example
 * import {callawaySantanna, preTrendMessage, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const options = {aggregate: "dynamic", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0};
 * const result = callawaySantanna.estimate(panel, options);
 * console.log(preTrendMessage(panel, result, options) ?? "no effect before treatment to test");
 * // no effect before treatment to test
 */
export function preTrendMessage(
  {cluster, clusters}: LongPanel,
  {effects}: PanelResult,
  {anticipation, aggregate, base}: Pick<PanelOptions, "anticipation" | "aggregate" | "base">
): string | null {
  if (aggregate !== "dynamic" && aggregate !== "group") return null;
  const end = typeof base === "string" ? -anticipation : base[1];
  const counts = (e: number) => e < end || (aggregate === "group" && e < 0 && e !== end);
  const before = effects.filter(({term}) => typeof term === "number" && counts(term));
  const test = waldTest(before, {of: cluster, count: clusters});
  if (!test) return null;
  const {statistic, degrees, p} = test;
  const tested = `joint test of ${degrees} effects before treatment: W = ${statistic.toPrecision(6)}, p = ${p.toPrecision(3)}`;
  return `${tested} (a large p does not show that trends were parallel)`;
}

/**
 * How far the intervals can be trusted at this number of treated units; null where it is large.
 *
 * @example
 * import {readPanel, sizeMessage} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * console.log(sizeMessage(panel));
 * // no intervals are claimed with 2 treated clusters: see --randomise
 */
export function sizeMessage(panel: LongPanel): string | null {
  const treated = treatedClusters(panel).reduce((sum, mark) => sum + mark, 0);
  const cohorts = group(
    [...panel.cohort].filter((g) => g < Infinity),
    (g) => g
  );
  const units = [...cohorts.values()].reduce((sum, {length}) => sum + length, 0);
  if (treated < fewestTreated) {
    return `no intervals are claimed with ${treated} treated ${treated === 1 ? "cluster" : "clusters"}: see --randomise`;
  }
  const smallest = min(cohorts.values(), ({length}) => length) ?? 0;
  if (units >= 30 && smallest >= 10) return null;
  return `${units} treated units, ${smallest} in the smallest cohort: standard errors are too small; see --randomise 999`;
}
