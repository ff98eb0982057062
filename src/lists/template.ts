import Papa from "papaparse";
import type {ListColumn} from "./columns.ts";

/** An empty list: the header, and one synthetic row to show how it is filled in, which must be deleted. Ends with a newline. */
export function template(columns: Readonly<Record<string, ListColumn>>): string {
  const rows = [Object.keys(columns), Object.values(columns).map(({example}) => example)];
  return `${Papa.unparse(rows, {newline: "\n"})}\n`;
}
