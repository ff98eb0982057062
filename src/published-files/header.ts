import {recognise} from "./recognise.ts";
import type {Source} from "./source.ts";

/** How many rows a publisher may put above the header: a title, a note, a row of codes. */
export const TITLE_ROWS = 9;

/**
 * Which of the first rows of a table is its header: the first that a source is known by; the first row where none is.
 * `row` counts from 1.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  sources: readonly Source[]
): {header: readonly string[]; row: number} {
  const i = rows.slice(0, TITLE_ROWS + 1).findIndex((header) => {
    const known = recognise(header, sources);
    return known.source !== null || known.several !== undefined;
  });
  return {header: rows[Math.max(0, i)] ?? [], row: Math.max(0, i) + 1};
}
