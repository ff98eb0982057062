import Papa from "papaparse";
import {plainName} from "../../src/published-files/recognise.ts";
import type {FilesRead, PublishedFile} from "./published-file.ts";

/** Whether a header is that of a file which describes the columns of another. */
export const isMetadata = (header: readonly string[]): boolean =>
  ["col_name", "col_type"].every((name) => header.map(plainName).includes(name));

/** The columns that such a file describes. */
export function metadataNames(text: string): string[] {
  const {data} = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    transformHeader: plainName
  });
  return data.map((row) => row["col_name"] ?? "").filter(Boolean);
}

/** A metadata file belongs to the data file of the same name; every column it describes should be there. */
export function checkMetadata(
  file: string,
  names: readonly string[],
  files: readonly PublishedFile[]
): FilesRead["metadata"][number] {
  const of = files.find((f) => f.file === file.replace(/\.meta\.csv$/i, ".csv"));
  const header = new Set(of?.header.map(plainName));
  return {file, of: of?.file ?? null, lacks: of ? names.filter((name) => !header.has(plainName(name))) : []};
}
