import Papa from "papaparse";
import {PublishedFileError, StrangeFileError} from "../../src/library/errors.ts";

/** Where a table begins in a file, and what stands between its cells. */
interface Separated {
  file: string;
  header: readonly string[];
  header_row: number;
  separator: string;
}

/**
 * A table that a spreadsheet saved again with tabs, semicolons or bars between its cells, with commas, as it was
 * published: a row stays in its row. Throws a StrangeFileError where a comma is the decimal mark in it, since a
 * thousand may be written the same way, and a PublishedFileError where a quote is never closed.
 */
export function withCommas(text: string, {file, header, header_row, separator}: Separated): string {
  if (separator === ",") return text;
  const {data, errors} = Papa.parse<string[]>(text.replace(/\r\n?/g, "\n"), {delimiter: separator});
  const quote = errors.find(({type}) => type === "Quotes");
  if (quote) {
    throw new PublishedFileError("a quote is opened and never closed", {
      file,
      row: header_row + (quote.row ?? 0),
      fix: "the file may be cut off or edited: download it again"
    });
  }
  for (const [i, cells] of data.entries()) {
    const at = cells.findIndex((cell) => /^\s*[-+]?\d+,\d+\s*%?\s*$/.test(cell));
    if (at < 0 || i === 0) continue;
    throw new StrangeFileError(`“${cells[at].trim()}” has a comma where the cells are not separated by commas`, {
      file,
      row: header_row + i,
      column: header[at] ?? null,
      fix: "take the file as it was published, or save it again with points for decimals"
    });
  }
  return Papa.unparse(data, {newline: "\n"});
}
