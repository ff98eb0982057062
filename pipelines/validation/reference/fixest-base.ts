import {join} from "node:path";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import type {Effect, LongPanel} from "../../../src/library/panel/long-panel.ts";
import type {Aggregate, CohortYearEffect} from "../../../src/library/panel/panel-estimator.ts";
import {sunAbraham} from "../../../src/library/estimators/sun-abraham.ts";
import {twoWayFixedEffects} from "../../../src/library/estimators/two-way-fixed-effects.ts";
import {fitTwoWay, influenceByRow, type TwoWayFit} from "../../../src/library/estimators/two-way-regression.ts";
import {smallSample} from "../../../src/library/inference/small-sample.ts";
import {solve} from "../../../src/library/statistics/cholesky.ts";
import {findLevels} from "../../../src/library/statistics/levels.ts";
import type {Block} from "../../../src/library/statistics/sparse-rows.ts";
import {sumBy} from "../../../src/library/statistics/sum-by.ts";
import {numbers, readTable, texts, type Table} from "../../read/table.ts";
import {errorRow, estimateRow, row} from "./compare.ts";
import {computeStandardError} from "./many-estimators.ts";
import {readPanelRows} from "./panel-file.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

/** A coefficient, its standard error, and the degrees of freedom of its t. */
type Answer = {estimate: number; se: number; degrees: number};
type Answers = Map<string, Answer>;

/** The panels that come with fixest, by its feols and sunab. */
export const fixestBase: ReferenceSet = {
  id: "fixest_base",
  ours: false,
  rows: async (folder) => {
    const names = {id: "id", time: "year", cohort: "year_treated", outcome: "y"};
    const file = join(folder, "base_stagg.csv");
    const panel = await readPanelRows(file, {...names, covariates: ["x1"]});
    const plain = await readPanelRows(file, names);
    const did = await readTable(join(folder, "base_did.csv"));
    const models: Record<string, (vcov: string, agg: string) => Answers> = {
      twfe_es: () => eventStudy(panel),
      twfe_static: (vcov) => staticByVariance(panel, vcov),
      sunab: (_, agg) => sunab(panel, agg),
      sunab_nocov: (_, agg) => sunab(plain, agg),
      base_did: () => baseDid(did, "periods"),
      base_did_static: () => baseDid(did, "static"),
      base_did_weighted: () => baseDid(did, "weighted")
    };
    return collectRows(await readTable(join(folder, "expected_fixest.csv")), models, {
      base_stagg: panel.unit.length,
      base_did: did.rows
    });
  }
};

function collectRows(
  expected: Table,
  models: Record<string, (vcov: string, agg: string) => Answers>,
  observations: {base_stagg: number; base_did: number}
): ReferenceRow[] {
  const column = Object.fromEntries(["est", "se", "t", "nobs"].map((name) => [name, numbers(expected, name)]));
  // As small as they are: the figures of a panel have a least size.
  const chances = texts(expected, "p").map((cell) => (cell === "" ? NaN : Number(cell)));
  const [model, vcov, agg, term] = ["model", "vcov", "agg", "term"].map((name) => texts(expected, name));
  return model.flatMap((formula, i) => {
    const id = formula.split(":")[0];
    const answer = models[id](vcov[i], agg[i]).get(term[i]);
    const {estimate, se, degrees} = answer ?? {estimate: NaN, se: NaN, degrees: NaN};
    const t = estimate / se;
    const p = 2 * tCdf(-Math.abs(t), degrees);
    const nameFigure = (figure: string) => ({
      set: "fixest_base",
      estimator: id,
      what: `${vcov[i]} ${agg[i]} ${term[i]} ${figure}`
    });
    const at = (name: string) => column[name][i];
    return [
      estimateRow(nameFigure("estimate"), at("est"), estimate, at("se")),
      errorRow(nameFigure("se"), at("se"), se),
      errorRow(nameFigure("t"), at("t"), t),
      row(nameFigure("p"), chances[i], p, 1, 1e-6),
      errorRow(
        nameFigure("rows"),
        at("nobs"),
        id.startsWith("base_did") ? observations.base_did : observations.base_stagg
      )
    ];
  });
}

function readAnswers(panel: LongPanel, effects: readonly Effect[], name: (term: Effect["term"]) => string): Answers {
  return new Map(
    effects.map((effect) => [
      name(effect.term),
      {estimate: effect.estimate, se: computeStandardError(panel, effect), degrees: panel.clusters - 1}
    ])
  );
}

function eventStudy(panel: LongPanel): Answers {
  const {effects, covariates} = twoWayFixedEffects(panel, {aggregate: "dynamic", anticipation: 0});
  return readAnswers(panel, [...effects, ...covariates], (term) =>
    typeof term === "number" ? `time_to_treatment::${term}:treated` : term
  );
}

function sunab(panel: LongPanel, agg: string): Answers {
  const aggregates: Record<string, Aggregate> = {att: "simple", cohort: "cohort", FALSE: "att_gt"};
  const {effects, cells, covariates} = sunAbraham(panel, {
    aggregate: aggregates[agg] ?? "dynamic",
    anticipation: 0,
    reference: "year_before"
  });
  const asEffect = ({cohort, time, ...effect}: CohortYearEffect): Effect => ({
    ...effect,
    term: `year::${time - cohort}:cohort::${cohort}`
  });
  return readAnswers(panel, [...effects, ...(cells ?? []).map(asEffect), ...covariates], (term) =>
    term === "overall" ? "ATT" : typeof term === "string" ? term : `${agg === "cohort" ? "cohort" : "year"}::${term}`
  );
}

/** The static regression with each of fixest’s variances. */
function staticByVariance(panel: LongPanel, vcov: string): Answers {
  const {unit, period, cohort, covariates} = panel;
  const post = {values: Float64Array.from(period, (time, i) => (time >= cohort[unit[i]] ? 1 : 0))};
  const fit = fitTwoWay({...panel, units: panel.ids.length}, [...covariates, post]);
  const rows = fit.rows;
  const regressors = fit.regressors;
  const [ids, years] = [panel.ids.length, fit.periods.values.length];
  const all = regressors + ids + years - 1;
  const squares = (influence: Float64Array) => influence.reduce((sum, psi) => sum + psi * psi, 0);
  const byYear = findLevels(period).of;
  const answer = (j: number): [variance: number, degrees: number] => {
    const combination = Float64Array.from({length: regressors}, (_, k) => (k === j ? 1 : 0));
    const influence = influenceByRow(fit, combination);
    const clustered = squares(sumBy(influence, unit, ids));
    const nested = {rows, coefficients: regressors + years, clusters: ids};
    if (vcov === "iid") return [iidVariance(fit, j, rows - all), rows - all];
    if (vcov === "hetero") {
      return [squares(influence) * smallSample({rows, coefficients: all, clusters: rows}), rows - all];
    }
    if (vcov === "cluster_id") return [clustered * smallSample(nested), ids - 1];
    if (vcov === "cluster_id_ssc_none") return [clustered, ids - 1];
    const both = clustered + squares(sumBy(influence, byYear, years)) - squares(influence);
    return [both * smallSample({rows, coefficients: regressors + 1, clusters: years}), years - 1];
  };
  return new Map(
    ["x1", "post"].map((name, j) => {
      const [variance, degrees] = answer(j);
      return [name, {estimate: fit.coefficients[j], se: Math.sqrt(variance), degrees}];
    })
  );
}

function iidVariance({fit, periods}: TwoWayFit, j: number, degrees: number): number {
  const place = periods.values.length + j;
  const unitVector = Float64Array.from({length: fit.design.columns}, (_, k) => (k === place ? 1 : 0));
  const squares = fit.residuals.reduce((sum, e) => sum + e * e, 0);
  return (squares / degrees) * solve(fit.factor, unitVector)[place];
}

/** The second panel, which has one date of treatment and rows ordered otherwise. */
function baseDid(table: Table, model: "periods" | "static" | "weighted"): Answers {
  const id = findLevels(numbers(table, "id"));
  const order = [...id.of.keys()].sort((a, b) => id.of[a] - id.of[b] || a - b);
  const sortColumn = (name: string) => {
    const values = numbers(table, name);
    return Float64Array.from(order, (i) => values[i]);
  };
  const [x1, treat, post, period] = [sortColumn("x1"), sortColumn("treat"), sortColumn("post"), sortColumn("period")];
  const times = findLevels(period).values.filter((time) => time !== 5);
  const names = ["x1", ...(model === "periods" ? times.map((time) => `period::${time}:treat`) : ["treat:post"])];
  const treatment: Block =
    model === "periods"
      ? {levels: times.length, level: Int32Array.from(period, (time, i) => (treat[i] ? times.indexOf(time) : -1))}
      : {values: treat.map((value, i) => value * post[i])};
  const unit = Int32Array.from(order, (i) => id.of[i]);
  const units = id.values.length;
  const fit = fitTwoWay(
    {
      unit,
      units,
      period: Int32Array.from(period),
      outcome: sortColumn("y"),
      weights: model === "weighted" ? x1.map((value) => Math.abs(value) + 1) : null
    },
    [{values: x1}, treatment]
  );
  const correction = smallSample({
    rows: fit.rows,
    coefficients: fit.regressors + fit.periods.values.length,
    clusters: units
  });
  return new Map(
    names.map((name, j) => {
      const combination = Float64Array.from(names, (_, k) => (k === j ? 1 : 0));
      const variance = sumBy(influenceByRow(fit, combination), unit, units).reduce((sum, psi) => sum + psi * psi, 0);
      return [name, {estimate: fit.coefficients[j], se: Math.sqrt(variance * correction), degrees: units - 1}];
    })
  );
}
