import {appendColumns, type NewColumn, type Warehouse} from "../warehouse.ts";
import type {ComparatorsOf} from "./schools.ts";

/** Makes comparator: a row a school that joined and a school it is compared with. */
export async function makeComparators(warehouse: Warehouse, comparators: ComparatorsOf): Promise<void> {
  await warehouse.run(`create or replace temp table comparator (
    kind varchar, role varchar, cohort integer, school_id integer, comparator_id integer, weight double)`);
  const drawn = [...comparators].flatMap(([school_id, sets]) =>
    sets.flatMap(({kind, role, cohort, schools}) =>
      schools.map(({id, weight}) => ({kind, role, cohort, school_id, comparator_id: id, weight}))
    )
  );
  if (!drawn.length) return;
  const column = (type: NewColumn["type"], name: keyof (typeof drawn)[number]): NewColumn => ({
    type,
    values: drawn.map((row) => row[name])
  });
  await appendColumns(warehouse, "comparator", [
    column("varchar", "kind"),
    column("varchar", "role"),
    column("integer", "cohort"),
    column("integer", "school_id"),
    column("integer", "comparator_id"),
    column("double", "weight")
  ]);
}
