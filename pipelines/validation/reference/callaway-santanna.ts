import {aggregateCells, cohortWeights} from "../../../src/library/estimators/callaway-santanna/aggregate.ts";
import {cohortYearEffects} from "../../../src/library/estimators/callaway-santanna/cohort-year-effects.ts";
import {arrangeGrid} from "../../../src/library/estimators/callaway-santanna/panel-grid.ts";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import type {Aggregate, PanelOptions} from "../../../src/library/panel/panel-estimator.ts";
import {clusteredError, type Clustering} from "../../../src/library/inference/cluster-influence.ts";
import {waldTest, type WaldTest} from "../../../src/library/inference/wald-test.ts";
import {errorRow, estimateRow} from "./compare.ts";
import type {ReferenceRow} from "./row.ts";

export interface Figure {
  estimate: number;
  /** NaN in the base year. */
  se: number;
}

/** Every figure of one run, its cells computed once. */
export interface Run {
  cell(cohort: number, time: number): Figure | null;
  /** By term, as text; `overall` among them. */
  terms(aggregate: Exclude<Aggregate, "att_gt">): ReadonlyMap<string, Figure>;
  /** The joint test of all cells before treatment, as did makes it: not clustered. */
  preTrend(): WaldTest | null;
}

/** A run of Callaway–Sant’Anna; standard errors clustered as given. */
export function makeRun(
  panel: LongPanel,
  options: Omit<PanelOptions, "aggregate">,
  clustering: Clustering = {of: panel.cluster, count: panel.clusters}
): Run {
  const {cells} = cohortYearEffects(arrangeGrid(panel), options);
  const weights = cohortWeights(panel);
  const figure = ({estimate, influence}: {estimate: number; influence: Float64Array | null}): Figure => {
    const se = influence ? clusteredError(influence, clustering) : 0;
    return {estimate, se: se > 0 ? se : NaN};
  };
  const byCell = new Map(cells.map((cell) => [`${cell.cohort} ${cell.time}`, cell]));
  const units = {of: Int32Array.from(panel.ids.keys()), count: panel.ids.length};
  return {
    cell: (cohort, time) => {
      const cell = byCell.get(`${cohort} ${time}`);
      return cell ? figure({estimate: cell.att, influence: cell.influence}) : null;
    },
    terms: (aggregate) =>
      new Map(
        aggregateCells(cells, panel, weights, {aggregate}).map((effect) => [String(effect.term), figure(effect)])
      ),
    preTrend: () =>
      waldTest(
        cells.filter(({cohort, time}) => time < cohort).map(({att, influence}) => ({estimate: att, influence})),
        units
      )
  };
}

/** What did calls the aggregations. */
export const aggregateNamed = (type: string): Exclude<Aggregate, "att_gt"> =>
  type === "group" ? "cohort" : (type as Exclude<Aggregate, "att_gt">);

/** The estimate and the standard error of one answer next to ours; not reproduced where ours is missing. */
export function figureRows(
  named: {set: string; estimator: string; what: string},
  expected: Figure,
  ours: Figure | null | undefined,
  why: {estimate?: string | undefined; se?: string | undefined} = {}
): ReferenceRow[] {
  const found = ours ?? {estimate: NaN, se: -1};
  return [
    estimateRow(
      {...named, what: `${named.what} estimate`},
      expected.estimate,
      found.estimate,
      Number.isNaN(expected.se) ? 0 : expected.se,
      why.estimate
    ),
    errorRow({...named, what: `${named.what} se`}, expected.se, found.se, why.se)
  ];
}

/** Answers of did’s options as ours. */
export const didOptions = (
  method: string,
  control: string,
  base: string,
  anticipation: number
): Omit<PanelOptions, "aggregate"> => ({
  method: method as PanelOptions["method"],
  comparators: control === "nevertreated" ? "never_treated" : "not_yet_treated",
  base: base as "varying" | "universal",
  anticipation
});
