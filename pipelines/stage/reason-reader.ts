import type {Source} from "../../src/published-files/source.ts";
import {quote, rows, type Warehouse} from "../warehouse.ts";

/** A published code, and the reason that it stands for; `source` is null where all sources of its sort write it. */
export interface ListedCode {
  code: string;
  reason: string;
  codes: string;
  source: string | null;
}

/** All codes of pipelines/codes/missing.csv. */
export const listedCodes = (warehouse: Warehouse): Promise<ListedCode[]> =>
  rows<ListedCode>(warehouse, "select upper(code) as code, reason, codes, source from missing_code order by all");

/** The macro that gives the reason a source’s cell holds no number; null for a code nobody listed. What is listed for the source goes first. */
export async function makeReasonReader(
  warehouse: Warehouse,
  {id, codes}: Source,
  all: readonly ListedCode[]
): Promise<void> {
  const own = all.filter((one) => one.codes === codes && (one.source ?? id) === id);
  const general = own.filter(({source}) => source === null);
  const listed = new Map(
    [...general, ...own.filter(({source}) => source !== null)].map((one) => [one.code, one.reason])
  );
  const encodeLevels = [...listed].map(([code, reason]) => `${quote(code)}: ${quote(reason)}`);
  await warehouse.run(`create or replace macro missing_reason_${id}(cell) as
    case when cell is null then 'row_ends_early' else map {'': 'blank', ${encodeLevels.join(", ")}}[upper(trim(cell))] end`);
}
