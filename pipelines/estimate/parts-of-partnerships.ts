import type {Subgroup} from "../../src/results.ts";
import {rows, type Warehouse} from "../warehouse.ts";

const features = {
  protocol: "a written protocol",
  shared_budget: "a shared budget",
  shared_staff: "shared staff",
  joint_activities: "joint activities",
  joint_governing_body: "a joint governing body",
  executive_head: "an executive head"
};

/** By partnership: the model of those based on an area, their programme, and what is known to make them one. */
export async function readPartsOfPartnerships(warehouse: Warehouse): Promise<(id: string) => readonly Subgroup[]> {
  const tables = await rows<{name: string}>(
    warehouse,
    "select table_name as name from duckdb_tables() where table_name = 'partnership'"
  );
  if (!tables.length) return () => [];
  const known = new Set(
    (await rows<{column_name: string}>(warehouse, "describe partnership")).map(({column_name}) => column_name)
  );
  const wanted = ["model", "programme", ...Object.keys(features)].filter((name) => known.has(name));
  if (!wanted.length) return () => [];
  const found = await rows<Record<string, string | number | null> & {partnership: string}>(
    warehouse,
    `select partnership as partnership, ${wanted.map((name) => `"${name}"`).join(", ")} from partnership as p`
  );
  const parts = new Map(
    found.map((row) => {
      const own: Subgroup[] = [];
      if (row["model"] != null)
        own.push({dimension: "model", value: String(row["model"]), label: `model ${row["model"]}`});
      if (row["programme"] != null) {
        own.push({dimension: "programme", value: String(row["programme"]), label: String(row["programme"])});
      }
      for (const [feature, label] of Object.entries(features)) {
        if (row[feature] === "yes") own.push({dimension: "feature", value: feature, label: `with ${label}`});
        if (row[feature] === "no") own.push({dimension: "feature", value: `no_${feature}`, label: `without ${label}`});
      }
      return [row.partnership, own];
    })
  );
  return (id) => parts.get(id) ?? [];
}
