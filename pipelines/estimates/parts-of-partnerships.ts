import type {Subgroup} from "../../src/release/results.ts";
import {rows, type Warehouse} from "../warehouse.ts";

const features = {
  protocol: "a written protocol",
  shared_budget: "a shared budget",
  shared_staff: "shared staff",
  joint_activities: "joint activities",
  joint_governing_body: "a joint governing body",
  executive_head: "an executive head"
};

const thirds = [
  {value: "near", findLabel: (_: number, most: number) => `schools within ${most.toFixed(1)} km of their centre`},
  {
    value: "middle",
    findLabel: (least: number, most: number) => `schools ${least.toFixed(1)} to ${most.toFixed(1)} km from their centre`
  },
  {value: "far", findLabel: (least: number) => `schools ${least.toFixed(1)} km or more from their centre`}
];

/** By partnership: the model of those based on an area, their programme, what is known to make them one, and how far apart their schools lie. */
export async function readPartsOfPartnerships(warehouse: Warehouse): Promise<(id: string) => readonly Subgroup[]> {
  const tables = await rows<{name: string}>(
    warehouse,
    "select table_name as name from duckdb_tables() where table_name = 'partnership'"
  );
  if (!tables.length) return () => [];
  const known = new Set(
    (await rows<{column_name: string}>(warehouse, "describe partnership")).map(({column_name}) => column_name)
  );
  const wanted = ["model", "programme", "programme_name", ...Object.keys(features)].filter((name) => known.has(name));
  if (!wanted.length) return () => [];
  const found = await rows<Record<string, string | number | null> & {partnership: string}>(
    warehouse,
    `select partnership as partnership, ${wanted.map((name) => `"${name}"`).join(", ")} from partnership as p`
  );
  const distances = await readDistances(warehouse);
  const parts = new Map(
    found.map((row) => {
      const own: Subgroup[] = [];
      if (row["model"] != null)
        own.push({dimension: "model", value: String(row["model"]), label: `model ${row["model"]}`});
      if (row["programme"] != null) {
        own.push({dimension: "programme", value: String(row["programme"]), label: String(row["programme_name"])});
      }
      for (const [feature, label] of Object.entries(features)) {
        if (row[feature] === "yes") own.push({dimension: "feature", value: feature, label: `with ${label}`});
        if (row[feature] === "no") own.push({dimension: "feature", value: `no_${feature}`, label: `without ${label}`});
      }
      const distance = distances.get(row.partnership);
      return [row.partnership, distance ? [...own, distance] : own];
    })
  );
  return (id) => parts.get(id) ?? [];
}

/** The third of its type’s partnerships that one lies in by the mean distance of its schools from their centre; those of two schools or more whose places are known. */
async function readDistances(warehouse: Warehouse): Promise<Map<string, Subgroup>> {
  const found = await rows<{partnership: string; third: number; least: number; most: number}>(
    warehouse,
    `with placed as (
       select partnership_type, partnership, school_id, easting::double as easting, northing::double as northing,
         avg(easting) over of_partnership as centre_easting, avg(northing) over of_partnership as centre_northing
       from membership join school using (school_id)
       where easting is not null and northing is not null
       window of_partnership as (partition by partnership_type, partnership order by school_id rows between unbounded preceding and unbounded following)
     ),
     apart as (
       select partnership_type, partnership, avg(sqrt((easting - centre_easting) ** 2 + (northing - centre_northing) ** 2) order by school_id) / 1000 as km
       from placed group by partnership_type, partnership having count(*) > 1
     ),
     ranked as (
       select *, ntile(3) over (partition by partnership_type order by km, partnership)::integer - 1 as third from apart
     )
     select partnership, third, min(km) over of_third as least, max(km) over of_third as most from ranked
     window of_third as (partition by partnership_type, third)`
  );
  return new Map(
    found.map(({partnership, third, least, most}) => {
      const {value, findLabel} = thirds[third];
      return [partnership, {dimension: "distance", value, label: `${findLabel(least, most)} on average`}];
    })
  );
}
