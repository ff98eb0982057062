import type {DatePrecision, PartialDate} from "../../vocabulary/partial-date.ts";
import type {Phase} from "../../vocabulary/phase.ts";
import type {AreaLevel, SeenAt} from "./map-of-areas.ts";

/** The phases of schools that areas take in. */
export const schoolPhases = ["primary", "secondary", "special"] as const satisfies readonly Phase[];

/** What expanding a programme needs of it: its id and the phases of its schools. */
export interface AreaProgramme {
  programme: string;
  phases: readonly Phase[];
}

/** An area of a programme, by the codes in force when the programme began there. */
export interface ProgrammeArea {
  programme: string;
  /** Its phase, wave or city; empty where it has none. */
  part: string;
  area_level: AreaLevel;
  la_code: string;
  /** Empty where none is known; districts always have one. */
  ons_code: string;
  area_name: string;
  /** A part of an area, a cluster say, cannot be inferred from the map. */
  coverage: "whole" | "part";
  start: PartialDate;
  start_precision: DatePrecision;
  /** Empty where it is unknown, or the programme goes on. */
  end: PartialDate | "";
  end_precision: DatePrecision;
}

/** A school, and where each file says it was. Dates are ISO dates; null where the register has none. */
export interface SchoolOnMap {
  urn: number;
  phase: Phase | null;
  opened: string | null;
  closed: string | null;
  places: readonly SeenAt[];
}

/** The code that states an area at its level. */
export const findCode = ({area_level, la_code, ons_code}: ProgrammeArea): string =>
  area_level === "LA" ? la_code : ons_code;
