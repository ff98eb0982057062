import type {LightColumns} from "./result-index.ts";
import type {AcademicYear} from "../vocabulary/academic-year.ts";
import type {Scale} from "./release.ts";
import type {Phase} from "../vocabulary/phase.ts";
import type {Role} from "../vocabulary/role.ts";
import type {Direction, Effect, Interval, Rates, Period, PlaceboDistribution, Strength} from "./results.ts";

/** partnerships.json: columns of equal length. */
export interface PartnershipIndex {
  /** Files under partnership/ that they are in; `findShard` (src/release/shard.ts) gives the one from the id. */
  shards: number;
  columns: {[Name in keyof PartnershipRow]: PartnershipRow[Name][]};
}

/** aliases.json: an id that a partnership had before, and its id now. */
export type PartnershipAliases = Record<string, string>;

export interface PartnershipRow {
  id: string;
  name: string;
  /** Names it had, and those of the sponsor that it is, with “; ” between. */
  former_names: string;
  partnership_type: string;
  regions: string;
  /** 1–4, of area-based partnerships. */
  model: number | null;
  phases: string;
  schools: number;
  supported: number;
  supporter: number;
  member: number;
  first_joined: AcademicYear | null;
  last_left: AcademicYear | null;
}

export interface PartnershipFile {
  id: string;
  name: string;
  partnership_type: string;
  former_names: string[];
  /** Whether the register has it as an academy sponsor too, and by what it is known to be the same body. */
  sponsors: boolean;
  sponsors_evidence: string | null;
  regions: string[];
  authorities: string[];
  model: number | null;
  services: {service: string; runs: "yes" | "no" | "unknown"}[];
  started: string | null;
  ended: string | null;
  source: string;
  source_url: string | null;
  source_date: string | null;
  evidence: "A" | "B" | "C" | null;
  note: string | null;
  definition: {feature: string; part: "feature" | "oversight"; met: "yes" | "no" | "unknown"; source: string | null}[];
  /** Whether at least one feature and one kind of oversight are known to be there. */
  meets_definition: "yes" | "no" | "unknown";
  cost_per_year: number | null;
  members: PartnershipMember[];
  /** Schools that its list names and no file has: no figure counts them. */
  unmatched: {urn: number | null; name: string; row: number; file: string; why: string}[];
  outcomes: PartnershipOutcome[];
  /** By phase, how its schools stood in the newest year on each outcome they are described by, in sentences. */
  described: {phase: Phase; newest: string[]}[];
  attrition: {step: string; schools: number; lost: string | null}[];
}

export interface PartnershipMember {
  school_id: number;
  urn: number;
  name: string;
  phase: Phase | null;
  role: Role | null;
  role_source: string | null;
  joined: string | null;
  joined_precision: string | null;
  /** Name and id of the trust it came from. */
  moved_from: string | null;
  moved_from_id: string | null;
  left: string | null;
  left_precision: string | null;
  /** What says that it left: `group_closed`, `school_closed`, `membership_history`, `accounts`, `moved`, `rebrokered`, `missing_from_later_extract`, `list`, … */
  ended_because: string | null;
  cohort: AcademicYear | null;
  easting: number | null;
  northing: number | null;
  /** First day on which the school got another URN after joining; null where it kept its own. */
  new_urn: string | null;
  other_types: number;
}

/** What one partnership’s schools in one role did on one measure, next to their frozen comparators. */
export interface PartnershipOutcome {
  measure: string;
  phase: Phase;
  role: Role;
  schools: number;
  scale: Scale;
  unit: string;
  digits: number;
  sd: number | null;
  /** The smallest effect of interest, in `unit`. */
  smallest_effect: number;
  effect: Effect | null;
  periods: Record<Period, Effect | null>;
  verdict: Direction | null;
  /** Null where it has no effect. */
  strength: Strength | null;
  /** The rules of strength that are not met (`gradeStrength`), each of which has taken a step. */
  strength_lost: string[];
  /** How many outcomes of the partnership were looked at, and the chance that any of so many moves as far; null where it has no effect. */
  among: {looked_at: number; chance: number} | null;
  title: string;
  sentence: string;
  placebo: PlaceboDistribution | null;
  /** Shrunken to the mean of its type; null where too few partnerships to state it. */
  shrunken: {same_trend: Interval; same_past: Interval} | null;
  /** First and last academic year since joining that it holds. */
  years: [AcademicYear, AcademicYear] | null;
  /** Change a year, and by event time the mean change from the base next to what was expected. */
  rates: Rates | null;
  absent: string | null;
}

/** schools.json.gz: columns of equal length, a row a URN: an old number or name finds its school. */
export interface SchoolIndex {
  columns: LightColumns<SchoolRow>;
}

export interface SchoolRow {
  id: number;
  urn: number;
  name: string;
  authority: string;
  postcode: string;
  town: string;
  /** Seven digits, the latest that goes with the URN; empty where none is known. */
  laestab: string;
  phase: Phase | null;
}

/** register.json.gz: columns of equal length, a row a URN: what lists of schools are checked by. */
export interface RegisterIndex {
  columns: LightColumns<RegisterRow>;
}

export interface RegisterRow {
  urn: number;
  opened: string | null;
  closed: string | null;
  la_code: string;
  /** URNs with spaces between; empty where nobody followed. */
  successors: string;
}

export interface SchoolFile {
  id: number;
  name: string;
  authority: string | null;
  region: string | null;
  postcode: string | null;
  phase: Phase | null;
  type: string | null;
  independent: boolean;
  urns: {urn: number; name: string | null; type: string | null; opened: string | null; closed: string | null}[];
  outcomes: {
    measure: string;
    years: AcademicYear[];
    /** As published, and the reason code where there is none; `series_id` is an index into the measure’s comparable series. */
    values: (number | null)[];
    missing: (string | null)[];
    comparable_series: number[];
    /** Standard deviations from the mean of all mainstream schools of the year. */
    standardised: (number | null)[];
  }[];
  memberships: {
    partnership: string;
    name: string;
    partnership_type: string;
    role: Role | null;
    joined: string | null;
    joined_precision: string | null;
    moved_from: string | null;
    moved_from_id: string | null;
    /** The sponsor by the register, where it is somebody else than the trust. */
    sponsor: string | null;
    left: string | null;
    ended_because: string | null;
    cohort: AcademicYear | null;
  }[];
  /** The schools most like it at the base before it joined, or why none are named. */
  similar: {
    cohort: AcademicYear | null;
    schools: {id: number; name: string}[];
    like: {label: string; school: number; similar: number}[];
    absent: string | null;
  };
}
