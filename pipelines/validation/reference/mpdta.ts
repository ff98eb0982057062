import {join} from "node:path";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {numbers, readTable, texts, type Table} from "../../read/table.ts";
import {aggregateNamed, didOptions, figureRows, makeRun, type Run} from "./callaway-santanna.ts";
import {errorRow} from "./compare.ts";
import {readPanelRows} from "./panel-file.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

/** Why the overall effect of cohorts has another standard error in did 2.1.2. */
export const oldOverall =
  "did 2.1.2 takes the cohorts of the first cells, not of the cohorts averaged, for how cohorts’ shares move; did 2.5.1 does not, and ours agrees with it (schools_sim)";

/** County teen employment: every option of did, cells, averages and the joint test before treatment. */
export const mpdta: ReferenceSet = {
  id: "mpdta",
  ours: false,
  rows: async (folder) => {
    const names = {id: "countyreal", time: "year", cohort: "first.treat", outcome: "lemp"};
    const file = join(folder, "mpdta.csv");
    const panels = {
      none: await readPanelRows(file, names),
      lpop: await readPanelRows(file, {...names, covariates: ["lpop"]})
    };
    const runs = new Map<string, Run>();
    const runFor = (table: Table, i: number): {run: Run; estimator: string; what: string} => {
      const cell = (column: string) => texts(table, column)[i];
      const [cov, est, cg, bp, anticip] = ["cov", "est", "cg", "bp", "anticip"].map(cell) as [
        string,
        string,
        string,
        string,
        string
      ];
      const what = `${cov} ${cg} ${bp} anticipation ${anticip}`;
      const known = runs.get(`${est} ${what}`);
      const panel: LongPanel = panels[cov as keyof typeof panels];
      const run = known ?? makeRun(panel, didOptions(est, cg, bp, Number(anticip)));
      runs.set(`${est} ${what}`, run);
      return {run, estimator: `did ${est}`, what};
    };
    return [
      ...cellRows(await readTable(join(folder, "expected_att_gt.csv")), runFor),
      ...averageRows(await readTable(join(folder, "expected_aggte.csv")), runFor)
    ];
  }
};

type RunFor = (table: Table, i: number) => {run: Run; estimator: string; what: string};

function cellRows(table: Table, runFor: RunFor): ReferenceRow[] {
  const [group, time, att, se, w] = ["group", "time", "att", "se", "W"].map((column) => numbers(table, column));
  const tested = new Set<string>();
  return Array.from(group, (g, i) => {
    const {run, estimator, what} = runFor(table, i);
    const named = {set: "mpdta", estimator: `${estimator} att_gt`, what: `${what} (${g}, ${time[i]})`};
    const rows = figureRows(named, {estimate: att[i], se: se[i]}, run.cell(g, time[i]));
    if (tested.has(estimator + what)) return rows;
    tested.add(estimator + what);
    const statistic = run.preTrend()?.statistic ?? NaN;
    return [...rows, errorRow({...named, what: `${what} W of cells before treatment`}, w[i], statistic)];
  }).flat();
}

function averageRows(table: Table, runFor: RunFor): ReferenceRow[] {
  const [att, se] = ["att", "se"].map((column) => numbers(table, column));
  const [type, egt] = ["type", "egt"].map((column) => texts(table, column));
  return type.flatMap((of, i) => {
    const {run, estimator, what} = runFor(table, i);
    const named = {set: "mpdta", estimator: `${estimator} ${of}`, what: `${what} ${egt[i]}`};
    const ours = run.terms(aggregateNamed(of)).get(egt[i]);
    const isOverall = of === "group" && egt[i] === "overall";
    return figureRows(named, {estimate: att[i], se: se[i]}, ours, isOverall ? {se: oldOverall} : {});
  });
}
