import {PublishedFileError, UserError} from "../../src/library/errors.ts";
import {readPanel, type ReadPanel} from "../../src/library/panel/index.ts";
import {numbers, presentTexts, readTable, texts, type Table} from "../read/table.ts";
import {describeFar} from "./far-from-others.ts";
import {groupTexts, plainLetters} from "./look-alikes.ts";
import {listOption, refuseOneForTwo} from "./option-values.ts";

type Values = Record<string, string | boolean | undefined>;

/** The options by which commands are given what the columns of a panel are. */
export const panelOptions = {
  id: {type: "string", value: "COLUMN", about: "the unit (a school)"},
  time: {type: "string", value: "COLUMN", about: "the period (a year), a whole number"},
  cohort: {type: "string", value: "COLUMN", about: "the first treated period; 0, nothing or after the last: never"},
  outcome: {type: "string", value: "COLUMN", about: "the outcome"},
  covariates: {
    type: "string",
    value: "A,B",
    about: "covariates, of the earlier of two years; means over a base window with reg"
  },
  weights: {type: "string", value: "COLUMN", about: "weights; the mean of each unit where they vary"},
  "weights-by": {type: "string", value: "id|period", about: "keep weights that vary by period (id)"},
  cluster: {type: "string", value: "COLUMN", about: "clusters, constant within a unit; nothing is the unit itself"},
  only: {type: "string", value: "COLUMN=VALUE", about: "whose effect: all others are compared with until treated"},
  balance: {type: "boolean", about: "leave out units that lack a period"}
} as const;

/** The panel in a file, by the options above. Throws a UserError that says which option or cell is wrong. */
export async function readPanelRows(
  file: string | undefined,
  values: Values,
  {anticipation, mayLackCovariates = false}: {anticipation: number; mayLackCovariates?: boolean}
): Promise<ReadPanel> {
  if (file === undefined)
    throw new UserError("no file is named", {fix: "give the path of a CSV file after the command"});
  const requireName = (option: string): string => {
    if (typeof values[option] === "string") return values[option];
    throw new UserError(`--${option} is missing`, {
      fix: `name the column: --id, --time, --cohort and --outcome are all needed`
    });
  };
  const names = {
    id: requireName("id"),
    time: requireName("time"),
    cohort: requireName("cohort"),
    outcome: requireName("outcome")
  };
  const optional = (option: string) => (typeof values[option] === "string" ? values[option] : undefined);
  const [weights, cluster] = [optional("weights"), optional("cluster")];
  const covariates = listOption(values, "covariates");
  refuseOneForTwo({...names, covariates, ...(weights ? {weights} : {})});
  const studied = readStudied(optional("only"));
  const others = [weights, cluster, studied?.column].filter((name) => name !== undefined);
  const table = await readTable(file, {only: [...Object.values(names), ...covariates, ...others]});
  refuseTwoSpellings(table, names);
  refuseSchoolYears(table, names.time);
  const plain = (cell: string) => (cell === "NA" ? "" : cell);
  const read = readPanel(
    {
      id: presentTexts(table, names.id),
      time: numbers(table, names.time),
      cohort: numbers(table, names.cohort),
      outcome: numbers(table, names.outcome),
      ...(weights ? {weights: numbers(table, weights)} : {}),
      ...(cluster ? {cluster: groupTexts(table, cluster).map(plain)} : {}),
      ...(studied ? {among: texts(table, studied.column).map(plain)} : {}),
      covariates: covariates.map((name) => ({name, values: numbers(table, name)}))
    },
    {
      file,
      row: table.row,
      names: {
        ...names,
        ...(weights ? {weights} : {}),
        ...(cluster ? {cluster} : {}),
        ...(studied ? {among: studied.column} : {})
      },
      only: studied?.value,
      mayLackCovariates,
      balance: values["balance"] === true,
      weightsBy: chooseOne(values["weights-by"], "weights-by", ["id", "period"] as const) ?? "id",
      anticipation
    }
  );
  const messages = [...describeTotals(table, names.id), ...describeFar(table, [names.outcome, ...covariates])];
  return {...read, messages: [...messages, ...read.messages]};
}

/**
 * Throws a UserError where one unit is written in two ways, such as Ash School and ASH SCHOOL, or 100001 and 100001.0, and
 * would be two. Units that are there in the same period are two, however alike they are written.
 */
function refuseTwoSpellings(table: Table, {id, time}: {id: string; time: string}): void {
  const [cells, periods] = [texts(table, id), texts(table, time)];
  const spellings = new Map<string, Map<string, number[]>>();
  const known = new Map<string, number[]>();
  for (const [i, cell] of cells.entries()) {
    const rows = known.get(cell) ?? [];
    rows.push(i);
    if (rows.length > 1) continue;
    known.set(cell, rows);
    const letters = plainLetters(cell);
    spellings.set(letters, (spellings.get(letters) ?? new Map<string, number[]>()).set(cell, rows));
  }
  for (const ways of [...spellings.values()].filter(({size}) => size > 1)) {
    const all = [...ways.values()].flat();
    if (new Set(all.map((i) => periods[i])).size < all.length) continue;
    const [[one, [first]], [other, [row]]] = [...ways];
    throw new PublishedFileError(`“${other}” is written “${one}” in row ${table.row[first]}`, {
      file: table.file,
      row: table.row[row],
      column: id,
      fix: "write each unit in one way: as it is they are two units, each with a part of the periods"
    });
  }
}

/** Throws where periods are school years such as 201112 for 2011/12: from one to the next it is 101, and event times are none of years. */
function refuseSchoolYears(table: Table, time: string): void {
  const periods = numbers(table, time);
  const isSchoolYear = (period: number) =>
    period > 100_000 && period < 1_000_000 && period % 100 === (Math.floor(period / 100) + 1) % 100;
  if (!periods.every(isSchoolYear)) return;
  throw new PublishedFileError(`“${texts(table, time)[0]}” is a school year, of which one is 101 after another`, {
    file: table.file,
    row: table.row[0],
    column: time,
    fix: `write the year in which it ends, such as ${Math.floor(periods[0] / 100) + 1}, in this column and in that of cohorts`
  });
}

/** What to say of units whose name is that of a total: they are taken as they are, and compared with. */
function describeTotals(table: Table, id: string): string[] {
  const cells = texts(table, id);
  const at = cells.findIndex((cell) =>
    /^(?:(?:all schools|all|grand|sub|totals?|england|national|averages?|means?)[\s:-]*)+$/i.test(cell)
  );
  return at < 0
    ? []
    : [
        `${id} is “${cells[at]}” in row ${table.row[at]}, which counts as a unit: leave the row out if it is a total or a mean of others`
      ];
}

/** The column and the value of --only. Throws a UserError at anything but COLUMN=VALUE. */
function readStudied(given: string | undefined): {column: string; value: string} | undefined {
  if (given === undefined) return undefined;
  const [, column, value] = /^([^=]+)=(.+)$/.exec(given) ?? [];
  if (column !== undefined && value !== undefined) return {column: column.trim(), value: value.trim()};
  throw new UserError(`--only ${given} is no column and value`, {fix: "give both: --only role=supported"});
}

/** What an option with a fixed choice was given; undefined if it was not. Throws a UserError at anything else. */
export function chooseOne<T extends string>(
  given: string | boolean | undefined,
  option: string,
  choices: readonly T[]
): T | undefined {
  if (given === undefined) return undefined;
  const chosen = choices.find((choice) => choice === given);
  if (chosen !== undefined) return chosen;
  throw new UserError(`--${option} ${given} is not known`, {fix: `choose from ${choices.join(", ")}`});
}

/** A whole number given to an option; undefined if it was not. Throws a UserError at anything else or below `least`. */
export function wholeNumber(
  given: string | boolean | undefined,
  option: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER
): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  const isOne = typeof given === "string" && given.trim() !== "" && Number.isInteger(value);
  if (isOne && value >= least && value <= most) return value;
  const span = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
  throw new UserError(`--${option} ${given} is no whole number ${span}`, {
    fix: "leave it out for the default"
  });
}
