import {rows, type Warehouse} from "../warehouse.ts";

/** Those of several conditions, each what `test` says in SQL, that hold in some row: asked in one pass over the rows. */
export async function pickFound<T>(
  warehouse: Warehouse,
  ones: readonly T[],
  {test, from}: {test: (one: T) => string; from: string}
): Promise<T[]> {
  if (ones.length === 0) return [];
  const asked = ones.map((one, i) => `coalesce(bool_or(${test(one)}), false) as "${i}"`);
  const [found] = await rows<Record<number, boolean>>(warehouse, `select ${asked.join(", ")} from ${from}`);
  return ones.filter((_, i) => found[i]);
}
