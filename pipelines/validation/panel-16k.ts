import type {PanelColumns} from "../../src/library/panel/panel-columns.ts";
import {readPanel} from "../../src/library/panel/read-panel.ts";
import type {LongPanel} from "../../src/library/panel/long-panel.ts";
import {numbers, readTable, texts} from "../read/table.ts";

/**
 * Supported schools against those of no partnership in the synthetic 16,000, rows
 * with status OK, clustered by partnership or else by school.
 */
export async function panel16k(
  file: string,
  {balance, covariates}: {balance: boolean; covariates: readonly string[]}
): Promise<LongPanel> {
  const only = ["urn", "year", "partnership", "role", "g", "status", "score", ...covariates];
  const table = await readTable(file, {only});
  const roles = texts(table, "role");
  const status = texts(table, "status");
  const kept = [...roles.keys()].filter((i) => status[i] === "OK" && (roles[i] === "supported" || roles[i] === "none"));
  const text = (column: string) => {
    const cells = texts(table, column);
    return kept.map((i) => cells[i]);
  };
  const number = (column: string) => {
    const values = numbers(table, column);
    return Float64Array.from(kept, (i) => values[i]);
  };
  const columns: PanelColumns = {
    id: text("urn"),
    time: number("year"),
    cohort: number("g"),
    outcome: number("score"),
    cluster: text("partnership"),
    covariates: covariates.map((name) => ({name, values: number(name)}))
  };
  return readPanel(columns, {balance, file, row: Int32Array.from(kept, (i) => table.row[i])}).panel;
}
