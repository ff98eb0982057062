import {readDate} from "./date.ts";
import type {DateSpan} from "./date-span.ts";
import {at, stops, warns, type Finding, type Problem, type Reading} from "./problem.ts";
import type {Row} from "./table.ts";
import {grades, listedPartnershipTypes, type Grade} from "./vocabulary.ts";
import {readWord} from "./word.ts";

/** The columns that members and partnerships have in common: what it is called, and where that comes from. */
export interface Sourced {
  partnership_id: string;
  partnership_name: string;
  partnership_kind: string;
  source_url: string | null;
  source_date: DateSpan | null;
  evidence: Grade | null;
  note: string | null;
}

export interface RowContext {
  /** A row of the same file whose date can only be month first; null if there is none. */
  monthFirstRow: number | null;
}

/** Reads a cell of a row, and keeps what is wrong with it. */
export interface RowReader {
  cell(column: string): string;
  take<T>(column: string, reading: Reading<T>): T | null;
  report(column: string | null, finding: Finding): void;
  problems: Problem[];
}

export function rowReader({file, row, cells}: Row): RowReader {
  const problems: Problem[] = [];
  const report = (column: string | null, finding: Finding) => void problems.push(at(finding, {file, row, column}));
  return {
    problems,
    report,
    cell: (column) => cells[column] ?? "",
    take: (column, {value, findings}) => {
      for (const finding of findings) report(column, finding);
      return value;
    }
  };
}

const typeWords = Object.fromEntries(listedPartnershipTypes.map((partnership_type) => [partnership_type, []]));

/** Reads what members and partnerships have in common. Empty ids, names and kinds stop; an empty source is warned of. */
export function readSourced({cell, take, report}: RowReader, {monthFirstRow}: RowContext): Sourced {
  for (const column of ["partnership_id", "partnership_name", "partnership_kind"]) {
    if (cell(column) === "") report(column, stops("empty", "is empty", "fill it in: every row needs it"));
  }
  const id = cell("partnership_id");
  if (id !== "" && !/^[a-z0-9_]+$/.test(id)) report("partnership_id", badId(id));
  else if (/^[0-9_]+$/.test(id)) report("partnership_id", numberedId(id));
  const partnership_type = take(
    "partnership_kind",
    readWord(cell("partnership_kind"), typeWords, "type of partnership")
  );
  const url = cell("source_url");
  if (url === "" && cell("note") === "")
    report("source_url", warns("no_source", "is empty", "say where this can be read, if it can"));
  else if (url !== "" && !/^https?:\/\/\S+$/.test(url)) {
    report(
      "source_url",
      warns("not_an_address", `“${url}” is no web address`, "begin with https://, or leave it empty")
    );
  }
  return {
    partnership_id: id,
    partnership_name: cell("partnership_name"),
    partnership_kind: partnership_type ?? cell("partnership_kind"),
    source_url: url || null,
    source_date: take("source_date", readDate(cell("source_date"), {precision: null, monthFirstRow})),
    evidence: take("evidence", readWord(cell("evidence"), grades, "grade of evidence")),
    note: cell("note") || null
  };
}

function badId(id: string): Finding {
  const plain = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
  return stops(
    "bad_id",
    `“${id}” is not small letters, digits and _ only`,
    plain ? `write ${plain}, in every row and file` : "give it a short name such as example_partnership"
  );
}

/** The register numbers its groups: a list that does so too would be taken for one of them. */
const numberedId = (id: string): Finding =>
  stops(
    "bad_id",
    `“${id}” has no letter, and may be a number of the register`,
    `write list_${id}, in every row and file`
  );
