import {isTimed, TIMED_COLUMNS} from "../../src/analysis/index-row.ts";
import {lightColumns} from "../../src/release/light-columns.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import type {ChoiceRow, IndexRow, LightColumns, ResultIndex, ResultRow, TimedRow} from "../../src/release/result-index.ts";

const OF_SUBGROUPS: readonly (keyof IndexRow)[] = ["id", "dimension", "subgroup"];

/** The rows of all schools of a partnership type, role and phase: no page looks for results of subgroups here. */
export const lightIndex = (index: ResultIndex): {columns: LightColumns<ResultRow>} =>
  light(index, {isRead: (name) => !isTimed(name) && !OF_SUBGROUPS.includes(name)});

const OF_CHOICE: (keyof ChoiceRow)[] = ["partnership_type", "role", "phase", "measure", "verdict", "schools", "absent"];
const OF_TIME: (keyof TimedRow)[] = [...OF_CHOICE, ...TIMED_COLUMNS, "sd", "unit", "digits", "partnerships"];

/** Of the same rows what pages need that open the file of a result. */
export const choiceIndex = (index: ResultIndex): {columns: LightColumns<ChoiceRow>} =>
  light(index, {isRead: isAmong(OF_CHOICE)});

/** Of the same rows, those of a phase, what the page on time reads. */
export const timedIndex = (index: ResultIndex, phase: Phase): {columns: LightColumns<TimedRow>} =>
  light(index, {isRead: isAmong(OF_TIME), phase});

const isAmong =
  (columns: readonly (keyof IndexRow)[]) =>
  (name: keyof IndexRow): boolean =>
    columns.includes(name);

/** To four significant digits, more than pages print. */
function light<Row extends object>(
  {columns}: ResultIndex,
  {isRead, phase}: {isRead: (name: keyof IndexRow) => boolean; phase?: Phase}
) {
  const isWanted = (i: number) => columns.dimension[i] === null && (phase === undefined || columns.phase[i] === phase);
  const read = Object.entries(columns).filter(([name]) => isRead(name as keyof IndexRow));
  const rows = read.map(([name, column]) => [name, column.filter((_, i) => isWanted(i)).map(fourDigits)]);
  return {columns: lightColumns<Row>(Object.fromEntries(rows))};
}

const fourDigits = (value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
