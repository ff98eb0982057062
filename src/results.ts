import type {AcademicYear} from "./academic-year.ts";
import type {ComparisonNote, Phase, Role} from "./release.ts";

/**
 * The shapes of the files in data/release that say what joining added. Effects are in the unit that is told: the
 * measure’s own, or on the bridged scale the newest segment’s, and are signed as the measure is (`better` says which
 * way is good). Null is always “not to be had”, with the reason beside it; it is never zero.
 *
 * results.json                      ResultIndex: a row a result, for tables, menus and the matrix of evidence
 * results/KIND-PHASE-MEASURE.json   ResultFile: all roles of one choice
 * subgroups/KIND-PHASE-MEASURE.json SubgroupFile: the same by region, model, size, …; no page opens it
 * kinds/MEASURE.json                KindsFile: parts of kinds, and each partnership where they are few
 * partnerships.json                 PartnershipIndex
 * partnership/SHARD.json            by id a PartnershipNote
 * schools.json                      SchoolIndex
 * school/SHARD.json                 by school_id a SchoolNote; a hundred ids to a file: SHARD is id ÷ 100 rounded down
 * leadership.json                   LeadershipNote
 * validation.json                   ValidationNote[]
 * downloads.json                    DownloadNote[]; the files are in download/
 */

/** `joined` effects are differences from comparators. */
export interface Effect {
  value: number;
  /** 95 %; null where too few schools or partnerships are behind it to claim an interval. */
  low: number | null;
  high: number | null;
}

/** The words that an estimate allows. `same`: smaller than worth having, told by the equivalence test. */
export type Verdict = "better" | "worse" | "same" | "unclear" | "too_few";
/** Of a measure that is neither better high nor low `better` and `worse` never stand: `higher`, `lower` do. */
export type Direction = Verdict | "higher" | "lower";
export type Strength = "very_low" | "low" | "moderate" | "high";

/** Phases of a partnership, by event time: 0–1, 2–3, from 4 on (`phases` in src/design.ts). */
export type PartnershipPhase = "early" | "development" | "longer_term";

/** What a comparison is made within, beyond kind, role, phase and measure. */
export type Dimension =
  "region" | "model" | "size" | "distance" | "disadvantage" | "feature" | "period" | "former_type" | "programme";

export interface Subgroup {
  dimension: Dimension;
  /** Its id, and what pages call it. */
  value: string;
  label: string;
}

/** What every result says of itself. */
export interface ResultHead {
  /** KIND.ROLE.PHASE.MEASURE, and .DIMENSION.VALUE for a subgroup. */
  id: string;
  kind: string;
  role: Role;
  phase: Phase;
  measure: string;
  /** Null: all schools of the kind, role and phase. */
  by: Subgroup | null;
  /** Mean over event times 0 to 4; null with `absent`. */
  effect: Effect | null;
  phases: Record<PartnershipPhase, Effect | null>;
  verdict: Direction | null;
  strength: Strength | null;
  schools: number;
  partnerships: number;
  /** Why there is no result, as a sentence; null where there is one. */
  absent: string | null;
}

/** results.json. Columns of equal length, so that a whole country is light; `rowsOf` in the pages makes rows of them. */
export interface ResultIndex {
  columns: {[Name in keyof IndexRow]: IndexRow[Name][]};
}

/** A column of a table as pages take it: a value a row, or for each row the place of its value among those there are. */
export type LightColumn<Value> =
  readonly Value[] | {readonly values: readonly Value[]; readonly codes: readonly number[]};
export type LightColumns<Row> = {readonly [Name in keyof Row]: LightColumn<Row[Name]>};

/** Columns of results.json that tell of time. */
export type TimedColumn = `${PartnershipPhase}${"" | "_low" | "_high"}` | "time_to_benefit" | "years" | "detectable";

/** A row of results.json as pages take it: of all schools of a kind, role and phase. */
export type ResultRow = Omit<IndexRow, "id" | "dimension" | "subgroup" | TimedColumn>;
export type TimedRow = ResultRow & Pick<IndexRow, TimedColumn>;
/** The same of a part of a kind, with what pages call it. */
export type PartRow = ResultRow & {dimension: Dimension; subgroup: string; label: string};

/** kinds/MEASURE.json */
export interface KindsFile {
  /** Models, programmes and periods of joining. */
  parts: {columns: LightColumns<PartRow>};
  few: FewPartnerships[];
}

/** What each partnership of a kind, or of one model of it, did where they are too few for an interval; none is named. */
export interface FewPartnerships extends Pick<IndexRow, "kind" | "phase" | "role"> {
  model: number | null;
  values: number[];
}

/** A row of results.json. */
export interface IndexRow {
  id: string;
  kind: string;
  role: Role;
  phase: Phase;
  measure: string;
  dimension: Dimension | null;
  subgroup: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  early: number | null;
  early_low: number | null;
  early_high: number | null;
  development: number | null;
  development_low: number | null;
  development_high: number | null;
  longer_term: number | null;
  longer_term_low: number | null;
  longer_term_high: number | null;
  /** School-level standard deviation in the unit told: effects over it are on one scale for all measures. */
  sd: number | null;
  /** The unit told, and its decimals: an old segment may not be in the measure’s own. Null with `absent`. */
  unit: string | null;
  digits: number | null;
  /** First event time at which a benefit can be told from zero. */
  time_to_benefit: number | null;
  /**
   * Verdicts by event time from 0 on, a letter each: b better, w worse, h higher, l lower, s same, u unclear, f too few,
   * and a hyphen where nothing is there. Null for subgroups and with `absent`.
   */
  years: string | null;
  /** Smallest effect that would have been seen four times in five. */
  detectable: number | null;
  verdict: Direction | null;
  strength: Strength | null;
  schools: number;
  partnerships: number;
  absent: string | null;
}

/** results/KIND-PHASE-MEASURE.json */
export interface ResultFile {
  kind: string;
  phase: Phase;
  measure: string;
  /** One sentence or two on supported and supporter schools together (or members). */
  summary: string;
  /** At most 15 words. */
  title: string;
  results: Result[];
}

/** subgroups/KIND-PHASE-MEASURE.json */
export type SubgroupFile = Pick<ResultFile, "kind" | "phase" | "measure" | "results">;

export interface Result extends ResultHead {
  /** Short hash of the analysis plan, and what it was run on. */
  plan: string;
  vintage: {first_year: AcademicYear; last_year: AcademicYear; made: string};
  scale: ComparisonNote["scale"];
  unit: string;
  digits: number;
  /** On the bridged scale, the year and label of the segment whose unit is told. */
  told_in: {year: AcademicYear; label: string} | null;
  /** School-level standard deviation in the unit told. */
  sd: number | null;
  /** Smallest effect worth having, in the unit told, and why that. */
  worth: {value: number; why: string};
  words: Words;
  comparators: number;
  /** Schools also in another kind of partnership when they joined, and what was done about it. */
  overlapping: number;
  cohorts: {cohort: AcademicYear; schools: number; partnerships: number; straddles_gap: boolean}[];
  /** How its intervals were made, in words for the notes under a chart. */
  interval: {method: "student" | "randomisation" | "made_up_partnerships" | "none"; words: string};
  event_times: EventTimeEffect[];
  /** Weighted by pupils; null where rolls are unknown. `effect` weighs schools alike. */
  by_pupils: Effect | null;
  /** While still a member; null where nobody left. */
  while_member: Effect | null;
  naive: NaiveAndFair | null;
  pre_trend: PreTrend | null;
  honest: Breakdown | null;
  multiverse: Alternative[];
  placebo: {in_time: Effect | null; in_space: PlaceboHill | null};
  leave_one_out: {lowest: number; highest: number; changes_verdict: boolean; partnerships: number} | null;
  equivalence: {margin: number; low: number; high: number; equivalent: boolean} | null;
  /** Probability that the effect is better than `worth`: flat prior, and shrunken to the mean of all kinds. */
  probability: {flat: number; shrunken: number | null} | null;
  /** Smallest effect that would have been seen four times in five. */
  detectable: number | null;
  /** `detectable`: the smallest effect that would have been seen at that event time four times in five. */
  time_to_benefit: {
    first: number | null;
    by_event_time: {event_time: number; verdict: Direction; detectable: number | null}[];
  };
  /** Sum of yearly effects from joining to each event time. */
  cumulative: (Effect & {event_time: number})[];
  cost: Cost | null;
  /** Of progress, as the education field counts them; null unless of attainment with a sourced pupil standard deviation. */
  months_of_progress: number | null;
  strength_reasons: {rule: string; met: boolean | null; words: string}[];
  attrition: {step: string; schools: number; lost: string | null}[];
  balance: Balance | null;
  across: Across | null;
  /** Among the outcomes of its family: whether it still stands when all are tested at once. */
  family: {name: string; outcomes: number; stands: boolean; false_discovery: boolean} | null;
  /** Effects by moderator are results of their own; this is whether they differ more than by chance. */
  moderators: {dimension: Dimension; words: string}[];
}

/** Text generated from the estimate: never typed. */
export interface Words {
  /** At most 15 words. */
  title: string;
  sentence: string;
  /** Size that can be ruled out, where there is no clear difference. */
  ruled_out: string | null;
  how_sure: string;
  /** What cannot be said, a sentence each. */
  cannot: string[];
}

export interface EventTimeEffect extends Effect {
  event_time: number;
  /** Holds all event times at once; null with `low`. */
  band_low: number | null;
  band_high: number | null;
  schools: number;
  partnerships: number;
  comparators: number;
  /** Mean of schools that joined and of their comparators, in the unit told; null on the bridged scale. */
  joined: number | null;
  similar: number | null;
  verdict: Direction | null;
}

/** naive = bounce + similar + fair: an identity, so the parts add up. */
export interface NaiveAndFair {
  /** Mean of event times 0 to 2 less event time −1, schools that joined alone. */
  naive: number;
  /** Return from the year before joining to the base window. */
  bounce: number;
  /** What comparators gained from the base window on. */
  similar: number;
  /** The fair difference over the same event times 0 to 2. */
  fair: Effect;
  /** Says when the year before joining is an odd one: selection on a bad year, or an incomplete closing year. */
  warning: string | null;
}

export interface PreTrend {
  /** Joint test that the years before are alike; null where too few years are left to test. */
  p: number | null;
  event_times: number[];
  words: string;
}

/** Rambachan & Roth (2023): how many times the largest earlier departure the later one may be before zero is in the interval. */
export interface Breakdown {
  relative_magnitude: number | null;
  words: string;
}

/** Another way of asking the same question. */
export interface Alternative extends Effect {
  group: "base" | "comparators" | "estimator" | "weights" | "scale" | "cohort" | "sample" | "bounds";
  label: string;
  headline: boolean;
  /** Known to mislead: shown hollow and named. */
  misleading: string | null;
  /** Why it could not be asked; then value is null. */
  absent?: string;
}

/** What made-up partnerships of untreated schools, of the same sizes and years, seem to have done. */
export interface PlaceboHill {
  draws: number;
  /** How many moved as far as these schools, either way. */
  as_far: number;
  /** Left edge of the first bin, width of each, and how many fall in each. */
  from: number;
  width: number;
  counts: number[];
}

export interface Cost {
  currency_year: AcademicYear | null;
  schools_with_cost: number;
  per_school_year: number;
  per_pupil_year: number | null;
  /** Cost of one unit of effect for one school for a year; null limits where the effect may be none. */
  per_unit: Effect | null;
  words: string;
}

export interface Balance {
  method: string;
  pool: number;
  used: number;
  effective: number;
  dropped: {why: string; schools: number}[];
  rows: {covariate: string; label: string; before: number; after: number}[];
  largest_after: number;
}

/** How far partnerships differ. Partnerships are unnamed, in order of size. */
export interface Across {
  partnerships: number;
  mean: Effect;
  predict_low: number;
  predict_high: number;
  tau: number;
  i2: number;
  units: {schools: number; raw: number; se: number; shrunken: number; low: number; high: number}[];
}

/** partnerships.json: columns of equal length. */
export interface PartnershipIndex {
  /** Files under partnership/ that they are in; `shardOf` (src/shard.ts) gives the one from the id. */
  shards: number;
  columns: {[Name in keyof PartnershipRow]: PartnershipRow[Name][]};
}

export interface PartnershipRow {
  id: string;
  name: string;
  kind: string;
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

export interface PartnershipNote {
  id: string;
  name: string;
  kind: string;
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
  outcomes: PartnershipOutcome[];
  attrition: {step: string; schools: number; lost: string | null}[];
}

export interface PartnershipMember {
  school_id: number;
  urn: number;
  name: string;
  phase: Phase | null;
  role: Role | null;
  role_evidence: string | null;
  joined: string | null;
  joined_precision: string | null;
  left: string | null;
  left_precision: string | null;
  cohort: AcademicYear | null;
  easting: number | null;
  northing: number | null;
  /** First day on which the school got another URN after joining; null where it kept its own. */
  new_urn: string | null;
  other_kinds: number;
}

/** What one partnership’s schools in one role did on one measure, beside their frozen comparators. */
export interface PartnershipOutcome {
  measure: string;
  phase: Phase;
  role: Role;
  schools: number;
  scale: ComparisonNote["scale"];
  unit: string;
  digits: number;
  sd: number | null;
  effect: Effect | null;
  phases: Record<PartnershipPhase, Effect | null>;
  verdict: Direction | null;
  title: string;
  sentence: string;
  placebo: PlaceboHill | null;
  /** Drawn towards the mean of its kind; null where too few partnerships to tell it. */
  shrunken: Effect | null;
  /** By event time: mean of its schools and of their comparators, as changes from the base window. */
  series: {event_time: number; joined: number | null; similar: number | null; schools: number}[];
  time_to_benefit: number | null;
  absent: string | null;
}

/** schools.json: columns of equal length, a row a URN: an old number or name finds its school. */
export interface SchoolIndex {
  columns: {[Name in keyof SchoolRow]: SchoolRow[Name][]};
}

export interface SchoolRow {
  id: number;
  urn: number;
  name: string;
  authority: string;
  postcode: string;
  phase: Phase | null;
  shard: string;
}

export interface SchoolNote {
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
    /** As published, and the reason code where there is none; `segment` is an index into the measure’s segments. */
    values: (number | null)[];
    missing: (string | null)[];
    segments: number[];
    /** Standard deviations from the mean of all mainstream schools of the year. */
    bridged: (number | null)[];
  }[];
  memberships: {
    partnership: string;
    name: string;
    kind: string;
    role: Role | null;
    joined: string | null;
    joined_precision: string | null;
    left: string | null;
    cohort: AcademicYear | null;
  }[];
  /** Schools it is compared with, drawn once, by kind and role; `like`: school and comparator on each covariate. */
  comparators: {
    kind: string;
    role: Role;
    cohort: AcademicYear;
    schools: {id: number; name: string; weight: number}[];
    like: {label: string; school: number; comparators: number}[];
  }[];
}

/** leadership.json: what heads were asked to be and schools to do, to be drawn behind long series. Phases overlap. */
export interface LeadershipNote {
  phases: (SpellNote & {
    phase: string;
    leadership: "head_centric" | "distributed";
    schools: "collaborative" | "competitive";
    meaning: string;
  })[];
  /** `programmes`: ids of the kinds or programmes of partnership that the policy is. */
  policies: (SpellNote & {phase: string; policy: string; programmes: string[]})[];
  /** The longest national series, to draw them behind: a line never crosses from one segment to the next. */
  series: NationalSeries[];
}

/** The mean of all state-funded mainstream schools of a phase, year by year, as published. */
export interface NationalSeries {
  measure: string;
  phase: Phase;
  /** `segment` is an index into the measure’s segments; years without a result are left out. */
  points: {year: AcademicYear; segment: number; value: number; schools: number}[];
}

/** From when to when, dates as far as they are known (2018-09-01, 2018-09, 2018), and where that stands. */
export interface SpellNote {
  start: string | null;
  start_precision: string;
  /** Null if it goes on, or its end is unknown: `end_precision` says which. */
  end: string | null;
  end_precision: string;
  source: string;
  source_date: string;
  confidence: string;
}

/** validation.json: a list of these, one a question asked of the whole; data/validation keeps the last run of each, ID.json. */
export interface ValidationNote {
  /** `reference`, `truth`, `calibration`, … in the order of pages. */
  id: string;
  title: string;
  /** What came out, in a sentence or two made from the rows. */
  summary: string;
  /** ISO date of the run, and the version and the plan it was run with. */
  made: string;
  version: string;
  plan: string;
  /** How to run it again. */
  command: string;
  columns: {name: string; numeric: boolean}[];
  /** A cell a column; null where there is nothing to say. */
  rows: (string | number | null)[][];
  /** What a reader has to know of the rows, a sentence each. */
  notes: string[];
}

/** downloads.json: a list of these, one a table that can be taken away whole. */
export interface DownloadNote {
  id: string;
  title: string;
  /** What a row is, in a sentence. */
  row: string;
  rows: number;
  columns: {column: string; label: string}[];
  /** Under release/download/. `what`: CSV, Parquet, Arrow, or the list of columns (.meta.csv). */
  files: {file: string; what: string; bytes: number}[];
}
