import {rows, type Warehouse} from "../warehouse.ts";

/** The sources, by id, that some file of this run is of: the tables of all others are empty. */
export async function listHeldSources(warehouse: Warehouse): Promise<Set<string>> {
  const held = await rows<{source: string}>(warehouse, "select distinct source from file");
  return new Set(held.map(({source}) => source));
}
