import type {Across, Result} from "./results.ts";

/** spread/TYPE-PHASE-MEASURE-ROLE.json.gz of a site: of a result what a page reads that shows how far partnerships differ. */
export interface SpreadFile extends Pick<
  Result,
  "partnership_type" | "phase" | "measure" | "role" | "unit" | "digits" | "verdict" | "years" | "schools" | "strength"
> {
  across: {same_trend: PackedAcross; same_past: PackedAcross};
}

/** With partnerships as columns, a place each, which weigh less. */
export interface PackedAcross extends Omit<Across, "units"> {
  units: {[Name in keyof Across["units"][number]]: number[]};
}
