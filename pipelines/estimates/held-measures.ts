import {listMeasures} from "../../src/vocabulary/measures.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import {quote, rows, type Warehouse} from "../warehouse.ts";

/** The measures of a phase that some school of it has a value of, by id, in the order of their registry. */
export async function listHeldMeasures(warehouse: Warehouse, phase: Phase): Promise<string[]> {
  const found = await rows<{measure: string}>(
    warehouse,
    `select distinct measure from outcome where phase = ${quote(phase)} and value is not null`
  );
  const held = new Set(found.map(({measure}) => measure));
  return listMeasures(phase).filter((id) => held.has(id));
}
