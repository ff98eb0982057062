import type {AcademicYear} from "./academic-year.ts";
import type {ComparisonNote, Phase, Role} from "./release.ts";

/**
 * The shapes of the files in data/release that say what joining added. Effects are in the unit that is told: the
 * measure’s own, or on the bridged scale the newest segment’s, and are signed as the measure is (`better` says which
 * way is good). Null is always “not to be had”, with the reason beside it; it is never zero. Those of the index are in
 * result-index.ts, those of partnerships and schools in partnership-notes.ts, the rest in release.ts.
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
