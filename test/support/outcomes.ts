import type {Files} from "./published-files.ts";
import {warehouseOf} from "./warehouse-of.ts";

export interface Told {
  school_id: number;
  academic_year: number;
  value: number | null;
  low: number | null;
  high: number | null;
  missing: string | null;
  bridged: number | null;
  bridged_missing: string | null;
}

/** The outcomes of one measure, in order of school and year. */
export async function outcomes(files: Files, measure: string): Promise<Told[]> {
  const query = await warehouseOf(files, "outcome");
  return query<Told>(
    `select school_id, academic_year::integer as academic_year, value, low, high, missing::varchar as missing, bridged,
       bridged_missing::varchar as bridged_missing
     from outcome where measure = '${measure}' order by school_id, academic_year`
  );
}
