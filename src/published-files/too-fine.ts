import {plainName} from "./recognise.ts";
import {allNames, type Source} from "./source.ts";

/** The performance tables print percentages with three decimals at most. */
const DECIMALS = 4;

/** Whether most percentages of a performance table have more decimals than are ever published: worked out by somebody. */
export function isTooFine(
  header: readonly string[],
  {codes, columns}: Source,
  rows: readonly (readonly string[])[]
): boolean {
  if (codes !== "performance_tables") return false;
  const names = new Set(
    Object.entries(columns)
      .filter(([name]) => name.endsWith("_pct"))
      .flatMap(([, column]) => allNames(column).map(plainName))
  );
  const places = header.flatMap((name, i) => (names.has(plainName(name)) ? [i] : []));
  const cells = rows.flatMap((row) => places.map((i) => row[i]?.trim() ?? "")).filter((cell) => /^\d/.test(cell));
  const fine = cells.filter((cell) => new RegExp(`\\.\\d{${DECIMALS},}%?$`).test(cell));
  return cells.length >= 3 && fine.length > cells.length / 3;
}
