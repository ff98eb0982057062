import type {Yearly} from "../../src/analysis/comparison/yearly.ts";
import {columns, type Warehouse} from "../warehouse.ts";

/** Schools × years of a query with columns school, year and value; other schools are left out. */
export async function readYearly(
  warehouse: Warehouse,
  makeRow: ReadonlyMap<number, number>,
  query: string
): Promise<Yearly> {
  const read = (await columns(warehouse, `select * from (${query}) where value is not null`)) as unknown as Record<
    "school" | "year" | "value",
    number[]
  >;
  return yearly(makeRow, read.school ?? [], read.year ?? [], read.value ?? []);
}

/** Values in rows of schools and columns of years. */
export function yearly(
  makeRow: ReadonlyMap<number, number>,
  school: ArrayLike<number>,
  year: ArrayLike<number>,
  value: ArrayLike<number>
): Yearly {
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < year.length; i++) {
    first = Math.min(first, year[i]);
    last = Math.max(last, year[i]);
  }
  if (first > last) first = last = 0;
  const years = Array.from({length: last - first + 1}, (_, i) => first + i);
  const values = new Float64Array(makeRow.size * years.length).fill(NaN);
  for (let i = 0; i < year.length; i++) {
    const row = makeRow.get(school[i]);
    if (row !== undefined) values[row * years.length + year[i] - first] = value[i]!;
  }
  return {years, values};
}
