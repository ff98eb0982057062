import Papa from "papaparse";
import {UserError} from "../../src/library/errors.ts";
import {inertText} from "../../src/vocabulary/inert-text.ts";
import {printable} from "./printable.ts";

/** A row to print: null where there is nothing to say. */
export type PrintedRow = Readonly<Record<string, string | number | null>>;

export const formats = ["table", "csv", "json"] as const;
export type Format = (typeof formats)[number];

/** The format of that name; the table if none was given. Throws a UserError at any other. */
export function chooseFormat(given: string | boolean | undefined): Format {
  if (given === undefined) return "table";
  const format = formats.find((f) => f === given);
  if (format) return format;
  throw new UserError(`no format called “${given}”`, {fix: `choose from ${formats.join(", ")}`});
}

/**
 * Rows as text, in the columns of the first: twelve significant digits in csv
 * and json, six in the table. What is missing (null, NaN) is empty in csv and
 * table and null in json; infinity is Inf.
 */
export function printTable(rows: readonly PrintedRow[], format: Format): string {
  if (format === "json") return JSON.stringify(rows.map(exact), null, 2);
  if (format === "csv") {
    const columns = Object.keys(rows[0] ?? {});
    return Papa.unparse(
      {fields: columns.map(inertText), data: rows.map((row) => columns.map((c) => csvCell(row[c])))},
      {newline: "\n"}
    );
  }
  return aligned(rows);
}

const csvCell = (value: string | number | null | undefined): string =>
  typeof value === "string" ? inertText(value) : cell(value, 12);

const exact = (row: PrintedRow): PrintedRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (typeof value !== "number") return [column, value];
      return [
        column,
        Number.isFinite(value) ? Number(value.toPrecision(12)) : Number.isNaN(value) ? null : cell(value, 12)
      ];
    })
  );

function cell(value: string | number | null | undefined, digits: number): string {
  if (value == null || Number.isNaN(value)) return "";
  if (typeof value === "string") return value;
  if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
  return String(Number(value.toPrecision(digits)));
}

function aligned(rows: readonly PrintedRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => cell(row[column], 6)))].map((line) =>
    line.map(printable)
  );
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => line[i].length)));
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] !== "string"));
  return cells
    .map((line) => line.map((text, i) => (isNumber[i] ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}
