import {join} from "node:path";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {readPanel} from "../../../src/library/panel/read-panel.ts";
import {numbers, readTable, texts, type Table} from "../../read/table.ts";
import {aggregateNamed, didOptions, figureRows, makeRun, type Run} from "./callaway-santanna.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

/** Synthetic schools: supported and supporter against none, balanced or not, with covariate, weights and clusters. */
export const schoolsSim: ReferenceSet = {
  id: "schools_sim",
  ours: true,
  rows: async (folder) => {
    const schools = await readTable(join(folder, "schools_sim.csv"));
    const runs = new Map<string, Run>();
    const runFor = (table: Table, i: number): {run: Run; estimator: string; what: string} => {
      const cell = (column: string) => texts(table, column)[i];
      const setting = {
        role: cell("role"),
        balance: cell("panel") === "balanced",
        cov: cell("cov"),
        wt: cell("wt"),
        clus: cell("clus")
      };
      const what = `${setting.role} ${cell("panel")} cov ${cell("cov")} wt ${cell("wt")} ${cell("cg")} by ${cell("clus")}`;
      const known = runs.get(what);
      if (known) return {run: known, estimator: "did dr", what};
      const run = makeRun(panelFor(schools, setting), didOptions("dr", cell("cg"), "varying", 0));
      runs.set(what, run);
      return {run, estimator: "did dr", what};
    };
    return [
      ...cellRows(await readTable(join(folder, "expected_att_gt.csv")), runFor),
      ...averageRows(await readTable(join(folder, "expected_aggte.csv")), runFor)
    ];
  }
};

interface Setting {
  role: string;
  balance: boolean;
  cov: string;
  wt: string;
  clus: string;
}

/** One role and the schools of none, rows with status OK, as a panel. */
export function panelFor(schools: Table, {role, balance, cov, wt, clus}: Setting): LongPanel {
  const roles = texts(schools, "role");
  const status = texts(schools, "status");
  const score = numbers(schools, "score");
  const kept = [...roles.keys()].filter((i) => status[i] === "OK" && (roles[i] === role || roles[i] === "none"));
  const number = (column: string) => {
    const values = numbers(schools, column);
    return Float64Array.from(kept, (i) => values[i]);
  };
  const text = (column: string) => kept.map((i) => texts(schools, column)[i]);
  const columns = {
    id: text("urn"),
    time: number("year"),
    cohort: number("g"),
    outcome: Float64Array.from(kept, (i) => score[i]),
    covariates: cov === "none" ? [] : [{name: cov, values: number(cov)}],
    ...(wt === "none" ? {} : {weights: number("n_pupils")}),
    ...(clus === "cl" ? {cluster: text("partnership")} : {})
  };
  return readPanel(columns, {balance}).panel;
}

type RunFor = (table: Table, i: number) => {run: Run; estimator: string; what: string};

function cellRows(table: Table, runFor: RunFor): ReferenceRow[] {
  const [group, time, att, se] = ["group", "time", "att", "se"].map((column) => numbers(table, column));
  return Array.from(group, (g, i) => {
    const {run, estimator, what} = runFor(table, i);
    const named = {set: "schools_sim", estimator: `${estimator} att_gt`, what: `${what} (${g}, ${time[i]})`};
    return figureRows(named, {estimate: att[i], se: se[i]}, run.cell(g, time[i]));
  }).flat();
}

function averageRows(table: Table, runFor: RunFor): ReferenceRow[] {
  const [att, se] = ["att", "se"].map((column) => numbers(table, column));
  const [type, egt] = ["type", "egt"].map((column) => texts(table, column));
  const averages = new Map<string, ReturnType<Run["terms"]>>();
  return type.flatMap((of, i) => {
    const {run, estimator, what} = runFor(table, i);
    const terms = averages.get(`${what} ${of}`) ?? run.terms(aggregateNamed(of));
    averages.set(`${what} ${of}`, terms);
    const named = {set: "schools_sim", estimator: `${estimator} ${of}`, what: `${what} ${egt[i]}`};
    return figureRows(named, {estimate: att[i], se: se[i]}, terms.get(egt[i]));
  });
}
