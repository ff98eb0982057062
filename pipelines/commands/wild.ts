import {UserError} from "../../src/library/errors.ts";
import {
  arrangeEffects,
  fixedEffect,
  reduceToClusters,
  wildClusterBootstrap,
  wildWeights,
  type WildWeights
} from "../../src/library/inference/index.ts";
import {describeFar} from "../tables/far-from-others.ts";
import {groupTexts} from "../tables/look-alikes.ts";
import {refuseOneForTwo} from "../tables/option-values.ts";
import {chooseFormat, printTable} from "../tables/print-table.ts";
import {numbers, readTable, texts, type Table} from "../read/table.ts";
import type {Command} from "./command.ts";

type Values = Record<string, string | boolean | undefined>;

/** Tests one coefficient of a regression by the wild cluster bootstrap and prints one row. */
export const wildCommand: Command = {
  name: "wild",
  about: "test a coefficient of a regression by the wild cluster bootstrap",
  positionals: [{name: "FILE", about: "a CSV file, gzipped or not"}],
  options: {
    outcome: {type: "string", value: "COLUMN", about: "what is explained"},
    covariates: {type: "string", value: "A,B", about: "by which columns of numbers, the tested one may be among them"},
    effects: {type: "string", value: "A,B", about: "columns with an effect for each of their values, such as urn,year"},
    cluster: {type: "string", value: "COLUMN", about: "rows whose errors may go together"},
    test: {type: "string", value: "COLUMN", about: "the column whose coefficient is tested"},
    value: {type: "string", value: "R", about: "the coefficient under the null (0)"},
    null: {type: "string", value: "imposed|not", about: "whether draws are made under the null (imposed)"},
    weights: {type: "string", value: "NAME", about: "rademacher, webb or mammen (rademacher)"},
    draws: {type: "string", value: "N", about: "how many; all 2^G of Rademacher weights if there are no more (9999)"},
    seed: {type: "string", value: "N", about: "another number draws others (1)"},
    format: {type: "string", value: "FORMAT", about: "table, csv or json (table)"}
  },
  notes: [
    "Rows that lack a value are left out. Without --effects there is a constant.",
    "p counts the draws whose t is farther from 0 than the one observed; p_with_ties counts those that equal it too,",
    "as the data themselves and their mirror image always do when the null is imposed and draws are enumerated.",
    "low and high: the nulls that the test does not reject at 5 %, Inf where it rejects none on that side.",
    "With few clusters that are treated, whatever the number of others, the test is not to be trusted."
  ],
  run: async (values, [file]) => {
    if (!file) throw new UserError("which file?", {fix: "npm run pav -- wild FILE --outcome … --test … --cluster …"});
    const format = chooseFormat(values["format"]);
    const [outcome, test, cluster] = ["outcome", "test", "cluster"].map((name) => required(values, name));
    const covariates = splitList(values["covariates"]).filter((name) => name !== test);
    refuseOneForTwo({outcome, test, covariates});
    const table = await readTable(file);
    const rows = completeRows(table, [outcome, test, ...covariates], [cluster, ...splitList(values["effects"])]);
    const selectColumn = (name: string) => {
      const column = numbers(table, name);
      return Float64Array.from(rows, (i) => column[i]);
    };
    const requireName = (name: string) => {
      const column = groupTexts(table, name);
      return fixedEffect(rows.map((i) => column[i]));
    };
    const groups = requireName(cluster);
    const {absorbed, dummies} = arrangeEffects(splitList(values["effects"]).map(requireName), groups.level);
    const [explained, tested] = [selectColumn(outcome), selectColumn(test)];
    const regression = reduceToClusters({
      outcome: explained,
      tested,
      others: [...dummies, ...covariates.map((name) => ({values: selectColumn(name)}))],
      cluster: groups.level,
      clusters: groups.levels,
      weights: null,
      absorbed
    });
    if (!(regression.error * farthest(tested) > ROUNDING * farthest(explained))) {
      throw new UserError(`nothing of ${outcome} is left to test by: the columns explain it whole`, {
        fix: "name another outcome, or leave columns out"
      });
    }
    const {statistic, p, pWithTies, draws, enumerated, low, high} = wildClusterBootstrap(regression, {
      nullValue: numberOr(values, "value", 0),
      imposed: isImposed(values["null"]),
      weights: weightsNamed(values["weights"]),
      draws: wholeOr(values, "draws", 9999),
      seed: wholeOr(values, "seed", 1),
      confidence: 0.95
    });
    const line = {
      test: test,
      coefficient: regression.coefficient,
      se: regression.error,
      statistic,
      p,
      p_with_ties: pWithTies,
      low,
      high,
      draws,
      enumerated: enumerated ? "yes" : "no",
      clusters: groups.levels,
      rows: rows.length
    };
    console.log(printTable([line], format));
    for (const message of describeFar(table, [outcome, test, ...covariates])) console.error(message);
    // Of all draws each has a mirror image that is as far from 0.
    const different = enumerated ? draws / 2 : draws;
    if (different < 20)
      console.error(
        `${different} different draws can give no p below ${(1 / different).toPrecision(2)}, whatever p says`
      );
    if (rows.length < table.rows)
      console.error(`left out ${table.rows - rows.length} of ${table.rows} rows without a value`);
  }
};

/** What is left of numbers that cancel, as a part of them. */
const ROUNDING = 1e-14;

const farthest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Rows with a number in each of some columns and a name in each of others. */
function completeRows(table: Table, counted: readonly string[], called: readonly string[]): number[] {
  const values = counted.map((name) => numbers(table, name));
  const names = called.map((name) => texts(table, name));
  const rows = Array.from({length: table.rows}, (_, i) => i).filter(
    (i) =>
      values.every((column) => Number.isFinite(column[i])) && names.every((column) => !["", "NA"].includes(column[i]))
  );
  if (rows.length) return rows;
  throw new UserError(`${table.file}: no row has all values`, {fix: "name columns that are filled in"});
}

function required(values: Values, name: string): string {
  const value = values[name];
  if (typeof value === "string" && value) return value;
  throw new UserError(`--${name} is missing`, {fix: `name a column: --${name} COLUMN`});
}

const splitList = (value: string | boolean | undefined): string[] =>
  String(value ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);

function numberOr(values: Values, name: string, otherwise: number): number {
  if (values[name] === undefined) return otherwise;
  const value = Number(values[name]);
  if (values[name] !== "" && Number.isFinite(value)) return value;
  throw new UserError(`--${name} ${String(values[name])} is not a number`, {fix: `write it as --${name} ${otherwise}`});
}

function wholeOr(values: Values, name: string, otherwise: number): number {
  const value = numberOr(values, name, otherwise);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new UserError(`--${name} ${value} is not a whole number above 0`, {fix: `write it as --${name} ${otherwise}`});
}

function isImposed(value: string | boolean | undefined): boolean {
  if (value === undefined || value === "imposed") return true;
  if (value === "not") return false;
  throw new UserError(`no null called “${String(value)}”`, {
    fix: "--null imposed or --null not; the coefficient goes in --value"
  });
}

function weightsNamed(value: string | boolean | undefined): WildWeights {
  const names = Object.keys(wildWeights) as WildWeights[];
  const found = value === undefined ? "rademacher" : names.find((name) => name === value);
  if (found) return found;
  throw new UserError(`no weights called “${String(value)}”`, {fix: `choose from ${names.join(", ")}`});
}
