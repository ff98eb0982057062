import Papa from "papaparse";
import {memberColumns, NAME_COLUMN} from "./columns.ts";
import type {DateSpan} from "./date-span.ts";
import {inertText} from "../vocabulary/inert-text.ts";
import {writeSpan} from "./human-date.ts";
import type {Member} from "./member.ts";
import type {Precision} from "./vocabulary.ts";

/**
 * A list of members in the right form, as CSV in which no cell is a formula: the columns of the template and what each
 * school is called. Ends with a newline.
 */
export function writeList(members: readonly Member[]): string {
  const fields = [...Object.keys(memberColumns), NAME_COLUMN];
  const rows = members.map((member) => {
    const cells: Record<string, string> = {
      ...Object.fromEntries(Object.entries(member).map(([column, value]) => [column, readText(value)])),
      from_date: writeDate(member.from_date, member.date_precision),
      to_date: writeDate(member.to_date, member.date_precision),
      source_date: member.source_date ? sourceDate(member.source_date) : ""
    };
    return fields.map((field) => inertText(cells[field] ?? ""));
  });
  return `${Papa.unparse([fields, ...rows], {newline: "\n"})}\n`;
}

const readText = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

const writeDate = (span: DateSpan | null, precision: Precision): string => (span ? writeSpan(span, precision) : "");

const sourceDate = (span: DateSpan): string =>
  writeSpan(
    span,
    span.earliest === span.latest ? "day" : span.earliest.slice(0, 7) === span.latest.slice(0, 7) ? "month" : "year"
  );
