import type {PanelColumns} from "../../../src/library/panel/panel-columns.ts";
import {readPanel, type ReadPanelOptions} from "../../../src/library/panel/read-panel.ts";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {numbers, readTable, texts} from "../../read/table.ts";

/** What the columns of a panel are called in a file. */
export interface PanelNames {
  id: string;
  time: string;
  cohort: string;
  outcome: string;
  weights?: string;
  cluster?: string;
  covariates?: readonly string[];
}

/** The long panel in a CSV file. */
export async function readPanelRows(
  file: string,
  {id, time, cohort, outcome, weights, cluster, covariates = []}: PanelNames,
  options: ReadPanelOptions = {}
): Promise<LongPanel> {
  const table = await readTable(file);
  const columns: PanelColumns = {
    id: texts(table, id),
    time: numbers(table, time),
    cohort: numbers(table, cohort),
    outcome: numbers(table, outcome),
    ...(weights ? {weights: numbers(table, weights)} : {}),
    ...(cluster ? {cluster: texts(table, cluster)} : {}),
    covariates: covariates.map((name) => ({name, values: numbers(table, name)}))
  };
  return readPanel(columns, {file, row: table.row, ...options}).panel;
}
