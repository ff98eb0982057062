import {join} from "node:path";
import {callawaySantanna} from "../../../src/library/estimators/callaway-santanna/callaway-santanna.ts";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {readPanel} from "../../../src/library/panel/read-panel.ts";
import {effectRows, type EffectRow} from "../../../src/library/inference/effect-rows.ts";
import {numbers, readTable, texts, type Table} from "../../read/table.ts";
import {errorRow, estimateRow, row} from "./compare.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

/** Outcome regression from a base window on schools_sim: both roles, both covariate sets, every term; made in base R. */
export const poolRegressionSet: ReferenceSet = {
  id: "pool_regression",
  ours: true,
  rows: async (folder) => {
    const schools = await readTable(join(folder, "..", "schools_sim", "schools_sim.csv"));
    const table = await readTable(join(folder, "expected.csv"));
    const number = (column: string, i: number) => numbers(table, column)[i];
    const [role, set, term] = ["role", "set", "term"].map((column) => texts(table, column));
    const runs = new Map<string, ReadonlyMap<string, EffectRow>>();
    return term.flatMap((of, i) => {
      const which = `${role[i]} ${set[i]}`;
      const run = runs.get(which) ?? rowsBy(schoolsPanel(schools, role[i]), {laggedOutcome: set[i] === "B"});
      runs.set(which, run);
      const ours = run.get(of);
      const nameFigure = (figure: string) => ({
        set: "pool_regression",
        estimator: `reg window ${set[i]}`,
        what: `${role[i]} ${of} ${figure}`
      });
      const count = (column: "schools" | "clusters", ourCount: number = NaN): ReferenceRow =>
        row(nameFigure(column), number(column, i), ourCount, 1, 0);
      return [
        estimateRow(nameFigure("estimate"), number("estimate", i), ours?.estimate ?? NaN, number("se", i)),
        errorRow(nameFigure("se"), number("se", i), ours?.se ?? NaN),
        errorRow(nameFigure("se_plain"), number("se_plain", i), ours?.se_plain ?? NaN),
        count("schools", ours?.units),
        count("clusters", ours?.clusters)
      ];
    });
  }
};

/** The schools with a score, the effect asked for being that on one role; the logarithm of the roll is made here. */
export function schoolsPanel(schools: Table, role: string): LongPanel {
  const columns = {
    id: texts(schools, "urn"),
    time: numbers(schools, "year"),
    cohort: numbers(schools, "g"),
    outcome: numbers(schools, "score"),
    cluster: texts(schools, "partnership"),
    among: texts(schools, "role"),
    covariates: [
      {name: "fsm", values: numbers(schools, "fsm")},
      {name: "log_roll", values: numbers(schools, "n_pupils").map(Math.log)}
    ]
  };
  return readPanel(columns, {only: role, mayLackCovariates: true}).panel;
}

function rowsBy(panel: LongPanel, {laggedOutcome}: {laggedOutcome: boolean}): ReadonlyMap<string, EffectRow> {
  const result = callawaySantanna.estimate(panel, {
    aggregate: "group",
    comparators: "not_yet_treated",
    base: [-4, -2],
    method: "reg",
    anticipation: 0,
    squares: true,
    laggedOutcome,
    after: [0, 4]
  });
  return new Map(effectRows(panel, result, null).map((effect) => [String(effect.term), effect]));
}
