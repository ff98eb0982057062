import type {Source} from "../../src/published-files/source.ts";
import {rows, type Warehouse} from "../warehouse.ts";

/** The sources, by id, that some file of this run is of, and how many are: the tables of all others are empty. */
export async function listHeldSources(warehouse: Warehouse): Promise<ReadonlyMap<string, number>> {
  const held = await rows<{source: string; files: number}>(
    warehouse,
    "select source, count(*)::integer as files from file group by source"
  );
  return new Map(held.map(({source, files}) => [source, files]));
}

/** Whether the rows of a source can be of several years: only the name of a file says of all its rows at once which year they are of. */
export const mayHoldYears = ({id, dated}: Pick<Source, "id" | "dated">, held: ReadonlyMap<string, number>): boolean =>
  (held.get(id) ?? 0) > (dated === "academic_year" ? 1 : 0);
