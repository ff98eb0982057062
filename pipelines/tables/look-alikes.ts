import {PublishedFileError} from "../../src/library/errors.ts";
import {withoutUnseen} from "../../src/lists/unseen-sign.ts";
import {texts, type Table} from "../read/table.ts";

/** A name without what differs between two ways of writing it: capitals, signs that nobody sees, spaces, how a number is written. */
export function plainLetters(cell: string): string {
  const plain = withoutUnseen(cell.normalize("NFKC")).toLowerCase().replace(/\s+/g, " ").trim();
  return /^\d[\d.]*(e\+?\d+)?$/.test(plain) && Number.isFinite(Number(plain)) ? String(Number(plain)) : plain;
}

/**
 * The cells of a column of groups, such as clusters. Throws a PublishedFileError where one group is written in two ways,
 * as North and north, and would be two.
 */
export function groupTexts(table: Table, column: string): readonly string[] {
  const cells = texts(table, column);
  const written = new Map<string, number>();
  const known = new Set<string>();
  for (const [row, cell] of cells.entries()) {
    if (known.has(cell)) continue;
    known.add(cell);
    const other = written.get(plainLetters(cell));
    if (other !== undefined) {
      throw new PublishedFileError(`“${cell}” is written “${cells[other]}” in row ${table.row[other]}`, {
        file: table.file,
        row: table.row[row],
        column,
        fix: "write each group in one way, and give groups that differ names that differ in more than capitals and spaces"
      });
    }
    written.set(plainLetters(cell), row);
  }
  return cells;
}
