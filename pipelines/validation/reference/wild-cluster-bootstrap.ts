import {existsSync} from "node:fs";
import {join} from "node:path";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {twoWayFixedEffects} from "../../../src/library/estimators/two-way-fixed-effects.ts";
import {arrangeEffects} from "../../../src/library/inference/absorbed-effect.ts";
import {reduceToClusters, type ReducedRegression} from "../../../src/library/inference/clustered-regression.ts";
import {wildClusterBootstrap, type WildOptions} from "../../../src/library/inference/wild-cluster-bootstrap.ts";
import type {WildWeights} from "../../../src/library/inference/wild-weights.ts";
import {findLevels} from "../../../src/library/statistics/levels.ts";
import {numbers, readTable, texts, type Table} from "../../read/table.ts";
import {errorRow, row} from "./compare.ts";
import {computeStandardError} from "./many-estimators.ts";
import {readPanelRows} from "./panel-file.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const set = "wild_cluster_bootstrap";
const exampleAnswers = "expected_wcb_boottest_examples.csv";

/**
 * The reference stops its search for the ends of an interval after ten
 * halvings, which leaves 1e-4 of a standard error: its two runs on `collapsed` differ among themselves.
 */
const intervalTolerance = 1e-3;

/** Draws of the reference’s 99,999 and of ours differ: a p of one half has a standard error of 0.0016 in each. */
const drawnTolerance = {p: 0.005, interval: 0.1};

/**
 * The wild cluster bootstrap by fwildclusterboot, all draws enumerated or
 * 99,999 drawn. A copy of the set may hold few_clusters alone, which we made ourselves.
 */
export const wildClusterBootstrapSet: ReferenceSet = {
  id: set,
  ours: true,
  rows: async (folder) => [
    ...(await fewClusters(folder)),
    ...(existsSync(join(folder, exampleAnswers)) ? await examples(folder) : [])
  ]
};

async function fewClusters(folder: string): Promise<ReferenceRow[]> {
  const file = join(folder, "few_clusters.csv");
  const table = await readTable(file);
  const level = (name: string) => {
    const {values, of} = findLevels(numbers(table, name));
    return {levels: values.length, level: of};
  };
  const {level: cluster, levels: clusters} = level("cl");
  const {absorbed, dummies} = arrangeEffects([level("urn"), level("year")], cluster);
  const regression = reduceToClusters({
    outcome: numbers(table, "score"),
    tested: numbers(table, "post"),
    others: dummies,
    cluster,
    clusters,
    weights: null,
    absorbed
  });
  const expected = await readTable(join(folder, "expected_wcb.csv"));
  const boottests = [...texts(expected, "method").keys()].filter((i) => texts(expected, "method")[i] === "boottest");
  const names = {id: "urn", time: "year", cohort: "g", outcome: "score", cluster: "cl"};
  return [
    ...(await analytic(file, names, expected)),
    ...boottests.flatMap((i) =>
      testRows(regression, {
        expected,
        at: i,
        stat: "stat",
        nullValue: 0,
        weights: texts(expected, "type")[i] as WildWeights,
        what: `few_clusters ${texts(expected, "type")[i]}`
      })
    )
  ];
}

/** The first row: the same regression by feols, t with G − 1 degrees of freedom. */
async function analytic(
  file: string,
  names: Parameters<typeof readPanelRows>[1],
  expected: Table
): Promise<ReferenceRow[]> {
  const panel = await readPanelRows(file, names);
  const [effect] = twoWayFixedEffects(panel, {aggregate: "simple", anticipation: 0}).effects;
  const se = computeStandardError(panel, effect);
  const t = effect.estimate / se;
  const degrees = panel.clusters - 1;
  const margin = tQuantile(0.975, degrees) * se;
  const nameFigure = (figure: string) => ({set, estimator: "two-way, clustered", what: `few_clusters ${figure}`});
  const at = (name: string) => numbers(expected, name)[0];
  return [
    errorRow(nameFigure("t"), at("stat"), t),
    row(nameFigure("p"), at("p"), 2 * tCdf(-Math.abs(t), degrees), 1, 1e-6),
    row(nameFigure("low"), at("lo"), effect.estimate - margin, se, 1e-6),
    row(nameFigure("high"), at("hi"), effect.estimate + margin, se, 1e-6)
  ];
}

const exampleModels: Record<string, {outcome: string; others: readonly string[]}> = {
  nlsw88: {outcome: "wage", others: ["ttl_exp", "collgrad"]},
  collapsed: {outcome: "hasinsurance", others: ["selfemployed", "post"]}
};

async function examples(folder: string): Promise<ReferenceRow[]> {
  const expected = await readTable(join(folder, exampleAnswers));
  const rows: ReferenceRow[] = [];
  for (const [i, data] of texts(expected, "data").entries()) {
    const table = await readTable(join(folder, `${data}.csv`));
    const param = texts(expected, "param")[i];
    const regression = makeRegression(table, {
      ...exampleModels[data],
      tested: param,
      cluster: texts(expected, "clust")[i]
    });
    const nullValue = numbers(expected, "r")[i];
    const what = `${data} ${param} = ${nullValue}`;
    rows.push(...testRows(regression, {expected, at: i, stat: "t", nullValue, weights: "rademacher", what}));
  }
  return rows;
}

/** Least squares of rows that have all values, with a constant. */
function makeRegression(
  table: Table,
  {outcome, others, tested, cluster}: {outcome: string; others: readonly string[]; tested: string; cluster: string}
): ReducedRegression {
  const names = [outcome, ...others, tested, cluster];
  const all = new Map(names.map((name) => [name, numbers(table, name)]));
  const kept = Array.from({length: table.rows}, (_, i) => i).filter((i) =>
    names.every((name) => !Number.isNaN(all.get(name)![i]))
  );
  const selectColumn = (name: string) => Float64Array.from(kept, (i) => all.get(name)![i]);
  const {values, of} = findLevels(selectColumn(cluster));
  return reduceToClusters({
    outcome: selectColumn(outcome),
    tested: selectColumn(tested),
    others: [{values: new Float64Array(kept.length).fill(1)}, ...others.map((name) => ({values: selectColumn(name)}))],
    cluster: of,
    clusters: values.length,
    weights: null,
    absorbed: null
  });
}

interface Expected extends Pick<WildOptions, "weights" | "nullValue"> {
  expected: Table;
  at: number;
  stat: string;
  what: string;
}

function testRows(
  regression: ReducedRegression,
  {expected, at, stat, nullValue, weights, what}: Expected
): ReferenceRow[] {
  const number = (name: string) => numbers(expected, name)[at];
  const imposed = texts(expected, "impose")[at] === "TRUE";
  const test = wildClusterBootstrap(regression, {
    nullValue,
    imposed,
    weights,
    draws: number("B"),
    seed: 1,
    confidence: 0.95
  });
  const nameFigure = (figure: string) => ({
    set,
    estimator: `wild bootstrap, null ${imposed ? "" : "not "}imposed`,
    what: `${what} ${figure}`
  });
  const exact = test.enumerated;
  const within = exact ? intervalTolerance : drawnTolerance.interval;
  return [
    errorRow(nameFigure("t"), number(stat), test.statistic),
    row(nameFigure("p"), number("p"), test.p, 1, exact ? 1e-10 : drawnTolerance.p),
    row(nameFigure("low"), number("lo"), test.low, regression.error, within),
    row(nameFigure("high"), number("hi"), test.high, regression.error, within)
  ];
}
