import type {Files} from "./published-files.ts";
import {makeWarehouse} from "./make-warehouse.ts";

export interface Reported {
  school_id: number;
  academic_year: number;
  value: number | null;
  low: number | null;
  high: number | null;
  missing: string | null;
  standardised: number | null;
  standardised_missing: string | null;
}

/** The outcomes of one measure, in order of school and year. */
export async function outcomes(files: Files, measure: string): Promise<Reported[]> {
  const query = await makeWarehouse(files, "outcome");
  return query<Reported>(
    `select school_id, academic_year::integer as academic_year, value, low, high, missing::varchar as missing, standardised,
       standardised_missing::varchar as standardised_missing
     from outcome where measure = '${measure}' order by school_id, academic_year`
  );
}
