import {stops, type Finding} from "./problem.ts";

const words: Record<string, string> = {",": "comma", ";": "semicolon", "\t": "tab"};

/**
 * Why a row is none of a list, by its cells alone: a total, a remark, or cells that stand under the wrong names. Null if
 * it may be one. A row without any cell is none either, but that is not reported here.
 */
export function rowShape(row: readonly string[], {width, mark}: {width: number; mark: string}): Finding | null {
  const filled = row.filter(Boolean);
  if (filled.length <= width / 2 && filled.some((cell) => /^(?:grand |sub-?)?totals?:?$/i.test(cell))) {
    return stops("totals_row", "is a row of totals, so it is not read", "delete the row: there is one row a school");
  }
  if (filled.length === 1 && width > 2) {
    const said = shorten(filled[0]);
    return stops("remark_row", `holds only “${said}”, so it is not read`, "delete the row, or fill in the others");
  }
  if (row.length === width) return null;
  const fix =
    row.length < width
      ? `fill in the row, or add the ${words[mark] ?? "mark"}s that are missing`
      : `put quotation marks around a cell that holds a ${words[mark] ?? mark}, or save the list from the spreadsheet`;
  const count = `${row.length} ${row.length === 1 ? "cell" : "cells"}`;
  return stops("row_shape", `has ${count} where the header has ${width}, so it is not read`, fix);
}

/** At most the first letters of a cell: forty, or as many as said. */
export const shorten = (cell: string, most = 40): string => (cell.length > most ? `${cell.slice(0, most)}…` : cell);
