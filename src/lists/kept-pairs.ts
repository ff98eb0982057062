import {plainName} from "../published-files/recognise.ts";
import type {KeptRow} from "./kept-rows.ts";
import {notes, type Finding} from "./problem.ts";

/** The columns of a list whose rows are pairs: a supported school, and the school that supports it. */
export interface PairColumns {
  supported: number;
  /** Null where the list has the supported schools alone. */
  supporter: number | null;
}

const SUPPORTED = /\b(?:supported|receiving|recipient|helped)\b/;
const SUPPORTER = /\b(?:supporting|supporter|supporters|lead|helping|host)\b/;

/** Which columns of URNs are of supported schools and of their supporters, by their names; null if none is. */
export function pairColumns(header: readonly string[]): PairColumns | null {
  const plain = header.map((name) => plainName(name.replaceAll(/[_\-.:*]/g, " ")));
  const readUrn = (role: RegExp) => plain.findIndex((name) => /\burns?\b/.test(name) && role.test(name));
  const [supported, supporter] = [readUrn(SUPPORTED), readUrn(SUPPORTER)];
  return supported < 0 ? null : {supported, supporter: supporter < 0 ? null : supporter};
}

/**
 * Rows of pairs as rows of schools: every supported school, and every supporter once, with its first pair by `start` (an
 * ISO date, "" where there is none). `name` is the column of school names, which are those of the supported.
 */
export function pairRows(
  rows: readonly KeptRow[],
  {supported, supporter}: PairColumns,
  {name, start}: {name: number | undefined; start: (row: KeptRow) => string}
): KeptRow[] {
  const helped = rows.map((row): KeptRow => ({...row, role: "supported"}));
  if (supporter === null) return helped;
  const first = new Map<string, KeptRow>();
  for (const row of rows) {
    const urn = row.cells[supporter] ?? "";
    const before = first.get(urn);
    const earlier = before && start(row) !== "" && (start(before) === "" || start(row) < start(before));
    if (urn !== "" && (!before || earlier)) first.set(urn, row);
  }
  const helpers = [...first].map(([urn, row]): KeptRow => {
    const cells = [...row.cells];
    cells[supported] = urn;
    if (name !== undefined) cells[name] = "";
    return {...row, cells, role: "supporter"};
  });
  return [...helped.filter(({cells}) => cells.some(Boolean)), ...helpers].sort((a, b) => a.row - b.row);
}

/** That the rows were read as pairs. */
export const readAsPairs = (header: readonly string[], {supported, supporter}: PairColumns): Finding =>
  notes(
    "pairs",
    supporter === null
      ? `its schools count as supported, as “${header[supported]}” says`
      : `reads each row as a pair: “${header[supported]}” as supported, “${header[supporter]}” as its supporter`
  );
