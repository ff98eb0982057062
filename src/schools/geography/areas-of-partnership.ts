import type {DatePrecision, PartialDate} from "../../vocabulary/partial-date.ts";
import type {ProgrammeArea} from "./programme.ts";

/** What expanding an area partnership needs of it. */
export interface PartnershipOfArea {
  partnership_id: string;
  la_codes: readonly string[];
  /** All of the authority, those on a list, or not known. */
  schools: "all" | "list" | "unknown";
  start: PartialDate | "";
  start_precision: DatePrecision;
  end: PartialDate | "";
  end_precision: DatePrecision;
}

/**
 * The authorities of an area partnership as areas of a programme of its id, so that its schools are found as a
 * programme’s are. None if its schools are not all of the authority, or nobody knows when it began: it takes a list.
 */
export function areasOfPartnership(
  {partnership_id, la_codes, schools, start, start_precision, end, end_precision}: PartnershipOfArea,
  makeName: (la_code: string) => string
): ProgrammeArea[] {
  if (schools !== "all" || !start) return [];
  return la_codes.map((la_code) => ({
    programme: partnership_id,
    part: "",
    area_level: "LA",
    la_code,
    ons_code: "",
    area_name: makeName(la_code),
    coverage: "whole",
    start,
    start_precision,
    end,
    end_precision
  }));
}
