import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import {isGovernance, isOfListedAlone} from "../../src/vocabulary/partnership-types/donor-pool.ts";
import {quote, rows, type Warehouse} from "../warehouse.ts";
import type {PhaseSchools} from "./read-phase.ts";

/** A donor pool among the schools of a phase: whoever has no row in it may always serve, unless the donor pool is of those listed alone. */
export async function readPool(warehouse: Warehouse, id: string, {ids, makeRow}: PhaseSchools): Promise<DonorPool> {
  const listed = await rows<{school_id: number; eligible_from: number | null; treated_from: number | null}>(
    warehouse,
    `select school_id, eligible_from::integer as eligible_from, treated_from::integer as treated_from
     from donor_pool where pool = ${quote(id)}`
  );
  const eligibleFrom = new Float64Array(ids.length).fill(isOfListedAlone(id) ? Infinity : -Infinity);
  const treatedFrom = new Float64Array(ids.length).fill(Infinity);
  for (const {school_id, eligible_from, treated_from} of listed) {
    const row = makeRow.get(school_id);
    if (row === undefined) continue;
    eligibleFrom[row] = eligible_from ?? -Infinity;
    treatedFrom[row] = treated_from === null ? Infinity : treated_from === 0 ? -Infinity : treated_from;
  }
  return {id, eligibleFrom, treatedFrom, isGovernance: isGovernance(id)};
}
