import {appendColumns, type Warehouse} from "../warehouse.ts";
import type {SimilarOf} from "./schools.ts";

/** Makes similar_school: a row a school and a school that is most like it, the nearest first. */
export async function makeSimilar(warehouse: Warehouse, similar: SimilarOf): Promise<void> {
  await warehouse.run(
    "create or replace temp table similar_school (school_id integer, cohort integer, place integer, similar_id integer)"
  );
  const named = [...similar].flatMap(([school_id, {cohort, schools}]) =>
    schools.map(({id}, i) => ({school_id, cohort, place: i + 1, similar_id: id}))
  );
  if (!named.length) return;
  await appendColumns(warehouse, "similar_school", [
    {type: "integer", values: named.map(({school_id}) => school_id)},
    {type: "integer", values: named.map(({cohort}) => cohort)},
    {type: "integer", values: named.map(({place}) => place)},
    {type: "integer", values: named.map(({similar_id}) => similar_id)}
  ]);
}
