import {join} from "node:path";
import {readPanel} from "../../../src/library/panel/read-panel.ts";
import {numbers, readTable, texts} from "../../read/table.ts";
import {manyEstimators, makePanels, whyNot} from "./many-estimators.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

/** Simulated schools, balanced, each role against none, through did, fixest, didimputation, did2s and staggered. */
export const schoolsSimMany: ReferenceSet = {
  id: "schools_sim",
  ours: true,
  rows: async (folder) => [...(await rowsOfRole(folder, "supported")), ...(await rowsOfRole(folder, "supporter"))]
};

async function rowsOfRole(folder: string, role: string): Promise<ReferenceRow[]> {
  return manyEstimators({
    set: "schools_sim",
    prefix: `${role} balanced `,
    expected: join(folder, `expected_schools_${role}_balanced.csv`),
    panels: makePanels(await balancedPanel(join(folder, "schools_sim.csv"), role)),
    why: whyNot
  });
}

/** Schools of a role and of none that have a score in every year. */
async function balancedPanel(file: string, role: string) {
  const table = await readTable(file);
  const roles = texts(table, "role");
  const rows = [...roles.keys()].filter((i) => roles[i] === role || roles[i] === "none");
  const selectColumn = (name: string) => {
    const values = numbers(table, name);
    return Float64Array.from(rows, (i) => values[i]);
  };
  const ids = texts(table, "urn");
  const columns = {
    id: rows.map((i) => ids[i]),
    time: selectColumn("year"),
    cohort: selectColumn("g"),
    outcome: selectColumn("score")
  };
  return readPanel(columns, {file, row: rows.map((i) => table.row[i]), balance: true}).panel;
}
