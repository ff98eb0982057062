import {PublishedFileError, UserError} from "../../src/library/errors.ts";
import {
  type PValueAdjustment,
  pValueAdjustments,
  reduceToClusters,
  romanoWolf,
  wildFamily,
  wildWeights,
  type WildWeights
} from "../../src/library/inference/index.ts";
import {findLevels} from "../tables/find-levels.ts";
import {groupTexts} from "../tables/look-alikes.ts";
import {listOption, namedFile, numberOption, requiredOption, warnOfIdle} from "../tables/option-values.ts";
import {chooseOne} from "../tables/panel-table.ts";
import {chooseFormat, printTable} from "../tables/print-table.ts";
import type {PrintedRow} from "../tables/print-table.ts";
import {isZero, numbers, presentNumbers, readTable, texts} from "../read/table.ts";
import type {Table} from "../read/table.ts";
import type {Command} from "./command.ts";

type Values = Parameters<Command["run"]>[0];

const simple = Object.keys(pValueAdjustments) as PValueAdjustment[];
const methods = [...simple, "romano_wolf"] as const;

/** p-values of many tests, adjusted for being many. */
export const adjustCommand: Command = {
  name: "adjust",
  about: "adjust p-values for testing many outcomes: familywise error or false discoveries",
  positionals: [{name: "FILE", about: "a CSV file of p-values, or for romano_wolf of the data themselves"}],
  options: {
    method: {type: "string", value: "METHOD", about: `${methods.join(", ")} (all that need p-values alone)`},
    p: {type: "string", value: "COLUMN", about: "the p-values; empty where there is none"},
    id: {type: "string", value: "COLUMN", about: "what each is of (its number in the file)"},
    outcomes: {type: "string", value: "A,B", about: "romano_wolf: the outcomes"},
    test: {type: "string", value: "COLUMN", about: "romano_wolf: whose coefficient is tested"},
    covariates: {type: "string", value: "A,B", about: "romano_wolf: other columns of the regressions"},
    cluster: {type: "string", value: "COLUMN", about: "romano_wolf: rows whose errors may go together"},
    weights: {type: "string", value: "NAME", about: "romano_wolf: rademacher, webb or mammen (rademacher)"},
    draws: {type: "string", value: "N", about: "romano_wolf: draws; all 2^G if there are no more (9999)"},
    seed: {type: "string", value: "N", about: "romano_wolf: another number draws others (1)"},
    format: {type: "string", value: "FORMAT", about: "table, csv or json (table)"}
  },
  notes: [
    "bonferroni, holm, hochberg and romano_wolf hold the chance of any false finding, bh and by the share of false ones.",
    "romano_wolf regresses each outcome on a constant, the tested column and the covariates, and draws all of them together",
    "by the wild cluster bootstrap under the null; draws that tie with the data count. Rows that lack a value are refused."
  ],
  run: async (values, files) => {
    const format = chooseFormat(values["format"]);
    const file = namedFile(files, "npm run pav -- adjust FILE --p COLUMN");
    const method = chooseOne(values["method"], "method", methods);
    if (method === "romano_wolf") warnOfIdle(values, ["p", "id"], "with romano_wolf, which makes its own p-values");
    else warnOfIdle(values, ofRomanoWolf, "without --method romano_wolf");
    const table = await readTable(file);
    const rows = method === "romano_wolf" ? romanoWolfRows(table, values) : adjustedRows(table, values, method);
    console.log(printTable(rows, format));
  }
};

/** What romano_wolf alone takes. */
const ofRomanoWolf = ["outcomes", "test", "covariates", "cluster", "weights", "draws", "seed"];

function adjustedRows(table: Table, values: Values, method: PValueAdjustment | undefined): PrintedRow[] {
  const column = requiredOption(values, "p", "--p COLUMN, or --method romano_wolf for data");
  const p = numbers(table, column, {nearZero: true});
  const wrong = p.findIndex((value) => value < 0 || value > 1);
  if (wrong >= 0) {
    throw new PublishedFileError(`a p-value of ${p[wrong]}`, {
      file: table.file,
      row: table.row[wrong],
      column,
      fix: "p-values lie between 0 and 1"
    });
  }
  const lost = texts(table, column).findIndex((cell, i) => p[i] === 0 && !isZero(cell));
  if (lost >= 0) {
    console.error(
      `row ${table.row[lost]}: “${texts(table, column)[lost]}” is nearer to 0 than numbers go, and is reckoned as 0: read an adjusted 0 as less than 1e-300`
    );
  }
  const ids = typeof values["id"] === "string" ? texts(table, values["id"]) : Array.from(p, (_, i) => String(i + 1));
  const adjusted = (method ? [method] : simple).map((name) => ({name, p: pValueAdjustments[name](p)}));
  return ids.map((test, i) => ({
    test,
    p: p[i],
    ...Object.fromEntries(adjusted.map((a) => [method ? "adjusted" : a.name, a.p[i]]))
  }));
}

function romanoWolfRows(table: Table, values: Values): PrintedRow[] {
  const outcomes = listOption(values, "outcomes");
  if (!outcomes.length) throw new UserError("--outcomes is missing", {fix: "--outcomes A,B,C, columns of the file"});
  const tested = presentNumbers(table, requiredOption(values, "test", "--test COLUMN"));
  const clusters = findLevels(groupTexts(table, requiredOption(values, "cluster", "--cluster COLUMN")));
  const one = new Float64Array(table.rows).fill(1);
  const others = [one, ...listOption(values, "covariates").map((name) => presentNumbers(table, name))];
  const family = outcomes.map((name) =>
    reduceToClusters({
      outcome: presentNumbers(table, name),
      tested,
      others: others.map((column) => ({values: column})),
      cluster: clusters.of,
      clusters: clusters.levels.length,
      weights: null,
      absorbed: null
    })
  );
  const wild = wildFamily(family, {
    draws: Math.round(numberOption(values, "draws", {least: 1, most: 1e7, otherwise: 9999})),
    weights: chooseOne(values["weights"], "weights", Object.keys(wildWeights) as WildWeights[]) ?? "rademacher",
    seed: Math.round(numberOption(values, "seed", {least: 0, most: 2 ** 31, otherwise: 1}))
  });
  const adjusted = romanoWolf(
    Float64Array.from(wild.tests, ({t}) => t),
    wild.draws,
    wild
  );
  return outcomes.map((test, i) => {
    const {estimate, se, t, p} = wild.tests[i];
    return {test, estimate, se, t, p, adjusted: adjusted[i]};
  });
}
