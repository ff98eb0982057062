import {existsSync} from "node:fs";
import {join} from "node:path";
import {group} from "d3";
import {metaforPrecision} from "../../../src/library/inference/between-variance.ts";
import type {BetweenMethod, StudyEffects} from "../../../src/library/inference/between-variance.ts";
import {shrink} from "../../../src/library/inference/empirical-bayes.ts";
import {metaAnalysis} from "../../../src/library/inference/meta-analysis.ts";
import type {MetaAnalysis} from "../../../src/library/inference/meta-analysis.ts";
import {fitMixedModel} from "../../../src/library/statistics/mixed-model.ts";
import {findLevels} from "../../tables/find-levels.ts";
import {numbers, presentNumbers, readTable, texts} from "../../read/table.ts";
import type {Table} from "../../read/table.ts";
import {errorRow, estimateRow} from "./compare.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const set = "eb_shrinkage";

/**
 * Random-effects meta-analysis and shrinkage by metafor, and a random-intercept model by lme4.
 * Partly ours: `partnerships40`.
 */
export const ebShrinkage: ReferenceSet = {
  id: set,
  ours: true,
  rows: async (folder) => [
    ...(await metaRows(folder)),
    ...(await shrunkenRows(folder)),
    ...(existsSync(join(folder, "sleepstudy.csv")) ? await interceptRows(folder) : [])
  ]
};

async function metaRows(folder: string): Promise<ReferenceRow[]> {
  const table = await readTable(join(folder, "expected_meta.csv"));
  const analyses = await listAnalyses(folder, table);
  const expected = (column: string) => numbers(table, column);
  const [mu, se] = [expected("mu"), expected("se")];
  const positive = {tau2: "tau2", Q: "q", Qp: "p", I2: "i2", H2: "h2"} as const;
  return analyses.flatMap(({dataset, method, analysis}, i) => {
    const nameFigure = (what: string) => ({set, estimator: `meta-analysis ${method}`, what: `${dataset} ${what}`});
    return [
      estimateRow(nameFigure("mu"), mu[i], analysis.estimate, se[i]),
      errorRow(nameFigure("se"), se[i], analysis.se),
      ...Object.entries(positive).map(([column, ours]) =>
        errorRow(nameFigure(column), expected(column)[i], analysis[ours])
      )
    ];
  });
}

async function shrunkenRows(folder: string): Promise<ReferenceRow[]> {
  const table = await readTable(join(folder, "expected_blup.csv"));
  const analyses = await listAnalyses(folder, table);
  const schools = texts(table, "school");
  const [blup, se, low, high] = ["blup", "se", "pi_lo", "pi_hi"].map((column) => numbers(table, column));
  return analyses.flatMap(({dataset, method, analysis, effects, names}, i) => {
    const ours = shrink(effects, analysis, 0.05)[names.indexOf(schools[i])];
    const nameFigure = (what: string) => ({
      set,
      estimator: `shrinkage ${method}`,
      what: `${dataset} ${schools[i]} ${what}`
    });
    return [
      estimateRow(nameFigure("blup"), blup[i], ours.estimate, se[i]),
      errorRow(nameFigure("se"), se[i], ours.se),
      estimateRow(nameFigure("predict_low"), low[i], analysis.predict_low, analysis.se),
      estimateRow(nameFigure("predict_high"), high[i], analysis.predict_high, analysis.se)
    ];
  });
}

/** The analysis that each row of expected answers is of: its method and options are in their column `method`. */
async function listAnalyses(folder: string, table: Table) {
  const [datasets, methods] = [texts(table, "dataset"), texts(table, "method")];
  const inputs = new Map(
    await Promise.all(
      [...group(datasets, (dataset) => dataset).keys()].map(
        async (dataset) => [dataset, await readEffects(join(folder, `${dataset}.csv`))] as const
      )
    )
  );
  const done = new Map<string, MetaAnalysis>();
  return datasets.map((dataset, i) => {
    const {effects, names} = inputs.get(dataset)!;
    const [method, adjustment] = methods[i].toLowerCase().split("+");
    const key = `${dataset} ${methods[i]}`;
    if (!done.has(key)) {
      const options = {method: method as BetweenMethod, hartungKnapp: adjustment === "knha", alpha: 0.05};
      done.set(key, metaAnalysis(effects, {...options, precision: metaforPrecision}));
    }
    return {dataset, method: methods[i], analysis: done.get(key)!, effects, names};
  });
}

async function readEffects(file: string): Promise<{effects: StudyEffects; names: readonly string[]}> {
  const table = await readTable(file);
  const variance = presentNumbers(table, "se").map((se) => se * se);
  return {effects: {effect: presentNumbers(table, "y"), variance}, names: texts(table, "school")};
}

async function interceptRows(folder: string): Promise<ReferenceRow[]> {
  const table = await readTable(join(folder, "sleepstudy.csv"));
  const expected = await readTable(join(folder, "expected_sleepstudy_ranef_intercept.csv"));
  const outcome = presentNumbers(table, "Reaction");
  const one = outcome.map(() => 1);
  const {of, levels} = findLevels(texts(table, "Subject"));
  const fit = fitMixedModel({
    outcome,
    group: of,
    groups: levels.length,
    fixed: [one, presentNumbers(table, "Days")],
    random: [one]
  });
  const [modes, errors] = [numbers(expected, "ranef"), numbers(expected, "condsd")];
  return texts(expected, "Subject").flatMap((subject, i) => {
    const at = levels.indexOf(subject);
    const nameFigure = (what: string) => ({set, estimator: "random intercept", what: `sleepstudy ${subject} ${what}`});
    return [
      estimateRow(nameFigure("mode"), modes[i], fit.modes[at][0], errors[i]),
      errorRow(nameFigure("sd"), errors[i], Math.sqrt(fit.modeVariance[at].get(0, 0)))
    ];
  });
}
