import {plainName} from "../published-files/recognise.ts";

const AUTHORITY = new Set([
  "la",
  "lea",
  "la code",
  "lea code",
  "la (code)",
  "la number",
  "la no",
  "local authority code",
  "local authority (code)"
]);
const ESTABLISHMENT = new Set([
  "estab",
  "estab number",
  "estab no",
  "establishmentnumber",
  "establishment number",
  "establishment no"
]);

const TITLE_ROWS = 30;

/** Whether a name is of the authority’s number or of the establishment’s: half a LAESTAB. */
export const isHalfLaestab = (name: string): boolean => AUTHORITY.has(plain(name)) || ESTABLISHMENT.has(plain(name));

const plain = (name: string): string => plainName(name.replaceAll(/[_\-.:*]/g, " "));

/**
 * Cells with a further column LAESTAB, where a list gives the number of the authority and that of the establishment apart
 * and no URN; the cells themselves otherwise.
 */
export function withLaestab(cells: string[][]): string[][] {
  const top = cells
    .slice(0, TITLE_ROWS)
    .findIndex(
      (row) => row.some((name) => AUTHORITY.has(plain(name))) && row.some((name) => ESTABLISHMENT.has(plain(name)))
    );
  const header = cells[top];
  if (!header || header.some((name) => /\burns?\b|laestab/.test(plain(name)))) return cells;
  const authority = header.findIndex((name) => AUTHORITY.has(plain(name)));
  const establishment = header.findIndex((name) => ESTABLISHMENT.has(plain(name)));
  const isWhole = (row: readonly string[]) => {
    const [la, estab] = [row[authority] ?? "", row[establishment] ?? ""].map((cell) => cell.replace(/\.0+$/, ""));
    return la && estab ? `${la}/${estab.padStart(4, "0")}` : "";
  };
  return cells.map((row, n) => {
    if (n < top || row.length > header.length || !row.some(Boolean)) return row;
    return [...row, ...Array<string>(header.length - row.length).fill(""), n === top ? "LAESTAB" : isWhole(row)];
  });
}
