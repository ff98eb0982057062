import type {Phase} from "../vocabulary/phase.ts";
import type {Role} from "../vocabulary/role.ts";
import type {Dimension, Direction, Period, Strength} from "./results.ts";

/** results.json. Columns of equal length, so that a whole country is light; `collectRows` in the pages makes rows of them. */
export interface ResultIndex {
  columns: {[Name in keyof IndexRow]: IndexRow[Name][]};
}

/** A column of a table as pages take it: a value a row, or for each row the place of its value among those there are. */
export type LightColumn<Value> =
  readonly Value[] | {readonly values: readonly Value[]; readonly codes: readonly number[]};
export type LightColumns<Row> = {readonly [Name in keyof Row]: LightColumn<Row[Name]>};

/** Columns of results.json that state of time. */
export type TimedColumn =
  `${Period}_${"from" | "to" | "low" | "high"}` | "time_to_benefit" | "years" | "period_verdicts" | "detectable";

/** A row of results.json as pages take it: of all schools of a partnership type, role and phase. */
export type ResultRow = Omit<IndexRow, "id" | "dimension" | "subgroup" | TimedColumn>;
/** What a page reads that lets a reader choose a result, and then opens its own file. */
export type ChoiceRow = Pick<
  IndexRow,
  "partnership_type" | "role" | "phase" | "measure" | "verdict" | "schools" | "absent"
>;
/** The results by year since joining, and what a page needs to draw them. */
export type TimedRow = ChoiceRow & Pick<IndexRow, TimedColumn | "sd" | "unit" | "digits" | "partnerships">;
/** The same of a part of a partnership type, with what pages call it. */
export type PartRow = ResultRow & {dimension: Dimension; subgroup: string; label: string};

/** types/MEASURE.json.gz */
export interface PartnershipTypesFile {
  /** Models, programmes and periods of joining. */
  parts: {columns: LightColumns<PartRow>};
  few: FewPartnerships[];
}

/** What each partnership of a partnership type, or of one model of it, did where they are too few for an interval; none is named. */
export interface FewPartnerships extends Pick<IndexRow, "partnership_type" | "phase" | "role"> {
  model: number | null;
  values: {same_trend: number; same_past: number}[];
}

/** A row of results.json. */
export interface IndexRow {
  id: string;
  partnership_type: string;
  role: Role;
  phase: Phase;
  measure: string;
  dimension: Dimension | null;
  subgroup: string | null;
  /** The range of both estimates, and the union of their intervals. */
  from: number | null;
  to: number | null;
  low: number | null;
  high: number | null;
  /** First and last academic year since joining that it holds. */
  first_year: number | null;
  last_year: number | null;
  early_from: number | null;
  early_to: number | null;
  early_low: number | null;
  early_high: number | null;
  development_from: number | null;
  development_to: number | null;
  development_low: number | null;
  development_high: number | null;
  longer_term_from: number | null;
  longer_term_to: number | null;
  longer_term_low: number | null;
  longer_term_high: number | null;
  /** School-level standard deviation in the unit reported: effects over it are on one scale for all measures. */
  sd: number | null;
  /** The unit reported, and its decimals: an old comparable series may not be in the measure’s own. Null with `absent`. */
  unit: string | null;
  digits: number | null;
  /** First event time at which a benefit can be distinguished from zero. */
  time_to_benefit: number | null;
  /**
   * Verdicts by event time from 0 on, a letter each: b better, w worse, h higher, l lower, s same, u unclear, f too few,
   * a already changing, v too weak, and a hyphen where nothing is there. Null for subgroups and with `absent`.
   */
  years: string | null;
  /** The same of the periods since joining: early, development, longer term. */
  period_verdicts: string | null;
  /** Smallest effect that would have been seen four times in five. */
  detectable: number | null;
  verdict: Direction | null;
  strength: Strength | null;
  schools: number;
  partnerships: number;
  absent: string | null;
}
