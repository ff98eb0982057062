import {lightColumns} from "../../src/light-columns.ts";
import type {ChoiceRow, IndexRow, LightColumns, ResultIndex, ResultRow, TimedRow} from "../../src/result-index.ts";

const OF_CHOICE: readonly (keyof ChoiceRow)[] = ["kind", "role", "phase", "measure", "verdict", "schools", "absent"];
const OF_RESULT: readonly (keyof ResultRow)[] = [
  ...OF_CHOICE,
  "from",
  "to",
  "low",
  "high",
  "first_year",
  "last_year",
  "sd",
  "unit",
  "digits",
  "strength",
  "partnerships"
];
const ENDS = ["from", "to", "low", "high"] as const;
const OF_TIME: readonly (keyof TimedRow)[] = [
  ...OF_CHOICE,
  ...(["early", "development", "longer_term"] as const).flatMap((period) =>
    ENDS.map((end): keyof TimedRow => `${period}_${end}`)
  ),
  "time_to_benefit",
  "years",
  "detectable",
  "sd",
  "unit",
  "digits",
  "partnerships"
];

/** The rows of all schools of a kind, role and phase: no page looks for results of subgroups here. */
export const lightIndex = (index: ResultIndex): {columns: LightColumns<ResultRow>} => light(index, OF_RESULT);

/** Of the same rows what pages need that open the file of a result. */
export const choiceIndex = (index: ResultIndex): {columns: LightColumns<ChoiceRow>} => light(index, OF_CHOICE);

/** Of the same rows what the page on time reads. */
export const timedIndex = (index: ResultIndex): {columns: LightColumns<TimedRow>} => light(index, OF_TIME);

/** To four significant digits, more than pages print. Throws where a column is missing from the index. */
function light<Row extends object>({columns}: ResultIndex, names: readonly (keyof Row & keyof IndexRow)[]) {
  const rows = names.map((name) => {
    if (!(name in columns)) throw new Error(`results.json has no column ${name}`);
    return [name, ofAll(columns[name], columns.dimension).map(fourDigits)];
  });
  return {columns: lightColumns<Row>(Object.fromEntries(rows))};
}

const ofAll = (column: readonly unknown[], dimensions: ResultIndex["columns"]["dimension"]): unknown[] =>
  column.filter((_, i) => dimensions[i] === null);

const fourDigits = (value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
