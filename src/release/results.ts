import type {AcademicYear} from "../vocabulary/academic-year.ts";
import type {Dimension} from "../vocabulary/dimension.ts";
import type {Scale} from "./release.ts";
import type {Phase} from "../vocabulary/phase.ts";
import type {Role} from "../vocabulary/role.ts";

/**
 * The shapes of the files in data/release that say what joining added. Effects are in the unit that is reported: the
 * measure’s own, or on the standardised scale the newest comparable series’s, and are signed as the measure is (`better` says which
 * way is good). Null is always “not to be had”, with the reason next to it; it is never zero. Those of the index are in
 * result-index.ts, those of partnerships and schools in partnership-notes.ts, the rest in release.ts.
 *
 * results.json                          ResultIndex: a row a result, for tables, menus and the matrix of evidence
 * results/TYPE-PHASE-MEASURE.json.gz   ResultFile: all roles of one choice
 * subgroups/TYPE-PHASE-MEASURE.json.gz SubgroupFile: the same by region, model, size, …
 * types/MEASURE.json.gz                PartnershipTypesFile: parts of types, and each partnership where they are few
 * partnerships.json                     PartnershipIndex
 * partnership/SHARD.json.gz             by id a PartnershipFile
 * schools.json.gz                       SchoolIndex
 * search/NAME.json.gz                   SchoolIndex: parts of the same, by what is searched for (src/search)
 * school/SHARD.json.gz                  by school_id a SchoolFile; a hundred ids to a file: SHARD is id ÷ 100 rounded down
 * leadership.json                       LeadershipFile
 * validation.json                       ValidationFile[]
 * downloads.json                        DownloadRow[]; the files are in download/
 */

/** One estimate under one assumption, with its 95 % interval; null limits where none is claimed. */
export interface Estimate {
  value: number;
  se: number | null;
  low: number | null;
  high: number | null;
}

/**
 * What joining added, under two assumptions of which either may be right: the same schools’ trend would have been that of
 * schools with the same intake (`same_trend`, A), or that of schools with the same past (`same_past`, B). The figure is
 * the range of the two estimates, the interval the union of both.
 */
export interface Effect {
  /** The smaller and the larger of the two estimates. */
  from: number;
  to: number;
  /** Ends of the union of both 95 % intervals; null where too few schools or partnerships are behind it to claim one. */
  low: number | null;
  high: number | null;
  same_trend: Estimate;
  same_past: Estimate;
}

/** A figure with a 95 % interval that has nothing to do with the two assumptions: a cost, a mean of partnerships. */
export interface Interval {
  value: number;
  low: number | null;
  high: number | null;
}

/**
 * The words that an estimate allows (METHOD §8). Only `better` and `worse` are claims. `same`: no difference that matters;
 * `already`: already changing before joining; `of_many`: clear alone, but not among as many outcomes as were looked at of
 * one partnership; `too_weak`: strength of evidence is very low.
 */
export type Verdict = "better" | "worse" | "same" | "unclear" | "already" | "of_many" | "too_weak" | "too_few";
/** Of a measure that is neither better high nor low `better` and `worse` never stand: `higher`, `lower` do. */
export type Direction = Verdict | "higher" | "lower";
export type Strength = "very_low" | "low" | "moderate" | "high";

/** Periods since joining, by event time: 0–1, 2–3, from 4 on (`periods` in src/design.ts). */
export type Period = "early" | "development" | "longer_term";

export type {Dimension} from "../vocabulary/dimension.ts";

export interface Subgroup {
  dimension: Dimension;
  /** Its id, and what pages call it. */
  value: string;
  label: string;
}

/** What every result says of itself. */
export interface ResultHead {
  /** TYPE.ROLE.PHASE.MEASURE, and .DIMENSION.VALUE for a subgroup. */
  id: string;
  partnership_type: string;
  role: Role;
  phase: Phase;
  measure: string;
  /** Null: all schools of the type, role and phase. */
  by: Subgroup | null;
  /** Mean over event times 0 to 4; null with `absent`. */
  effect: Effect | null;
  periods: Record<Period, Effect | null>;
  verdict: Direction | null;
  strength: Strength | null;
  schools: number;
  partnerships: number;
  /** Why there is no result, as a sentence; null where there is one. */
  absent: string | null;
}

/** results/TYPE-PHASE-MEASURE.json.gz */
export interface ResultFile {
  partnership_type: string;
  phase: Phase;
  measure: string;
  /** One sentence or two on supported and supporter schools together (or members). */
  summary: string;
  /** At most 15 words. */
  title: string;
  /** How many results of subgroups there are. */
  parts?: number;
  results: Result[];
}

/** subgroups/TYPE-PHASE-MEASURE.json.gz, wherever `parts` of the result file is more than none. */
export interface SubgroupFile extends Pick<ResultFile, "partnership_type" | "phase" | "measure" | "results"> {
  /** What the plan names to be compared; all else is explored. */
  planned: readonly string[];
}

export interface Result extends ResultHead {
  /** Short hash of the analysis plan, and what it was run on. */
  plan: string;
  vintage: {first_year: AcademicYear; last_year: AcademicYear; made: string};
  /** First and last academic year since joining that the effect holds; null without an effect. */
  years: [AcademicYear, AcademicYear] | null;
  scale: Scale;
  unit: string;
  digits: number;
  /** On the standardised scale, the year and label of the comparable series whose unit is printed. */
  stated_in: {year: AcademicYear; label: string} | null;
  /** School-level standard deviation in the unit printed. */
  sd: number | null;
  /** Smallest effect of interest, in the unit printed, and why that: the equivalence margin. */
  smallest_effect: {value: number; why: string};
  words: Words;
  /** Schools that may serve as comparators: in any trial, and in the smallest regression behind the effect. */
  donors: {schools: number; smallest: number};
  /** Covariates that counted, by assumption, and those left out of some trial with the years of joining it is true of. */
  covariates: {same_trend: string[]; same_past: string[]; left_out: {name: string; cohorts: AcademicYear[]}[]};
  /** Schools also in another partnership type when they joined. */
  overlapping: number;
  cohorts: {cohort: AcademicYear; schools: number; partnerships: number; straddles_gap: boolean}[];
  /** How its intervals were made, in words for the notes under a chart. `clusters`: partnerships of the treated. */
  interval: {method: "analytic" | "randomisation" | "none"; words: string; clusters: number};
  event_times: EventTimeEffect[];
  /** The path of schools that have every event time from the first to the last of these. */
  balanced: {schools: number; event_times: (Effect & {event_time: number})[]} | null;
  /** Weighted by pupils; null where rolls are unknown. `effect` counts every school once. */
  by_pupils: Effect | null;
  /** While still a member; null where nobody left. */
  while_member: Effect | null;
  rates: Rates | null;
  before_after: BeforeAfter | null;
  pre_trend: PreTrend | null;
  honest: Breakdown | null;
  /** From a base further back, with covariates measured there; null with the reason in `absent`. */
  second_base: Checked;
  placebo: {in_time: Checked; in_space: PlaceboDistribution | null};
  robustness: RobustnessCheck[];
  leave_one_out: {
    lowest: number;
    highest: number;
    changes_verdict: boolean;
    partnerships: number;
  } | null;
  equivalence: {margin: number; low: number; high: number; equivalent: boolean} | null;
  /** Probability that the effect is better than `smallest_effect` under a flat prior, where both assumptions agree on its sign: the smaller of the two. */
  probability: number | null;
  /** Smallest effect that would have been seen four times in five, under the assumption with the larger error. */
  detectable: number | null;
  /** `detectable`: the smallest effect that would have been seen at that event time four times in five. */
  time_to_benefit: {
    first: number | null;
    by_event_time: {event_time: number; verdict: Direction; detectable: number | null}[];
  };
  /** What may be said of each period; null for parts and where nothing is there. */
  period_verdicts: Record<Period, Direction | null> | null;
  /** Sum of yearly effects from joining to each event time. */
  cumulative: (Effect & {event_time: number})[];
  cost: Cost | null;
  /** Of progress, as the education field counts them, of the smaller and the larger estimate; null unless of attainment with a sourced pupil standard deviation. */
  months_of_progress: [number, number] | null;
  strength_reasons: {rule: string; met: boolean | null; words: string}[];
  attrition: {step: string; schools: number; lost: string | null}[];
  balance: Balance | null;
  across: {same_trend: Across; same_past: Across} | null;
  /** Among the outcomes of its family: whether it still stands when all are tested at once, under both assumptions. */
  family: {name: string; outcomes: number; stands: boolean; false_discovery: boolean} | null;
  /** Effects by moderator are results of their own; this is whether they differ more than by chance. */
  moderators: Moderator[];
}

/**
 * Whether effects on parts of those who joined differ. `planned`: named in the plan; all others were explored. `p`: of
 * the parts being alike, the larger under both assumptions; `adjusted`: for how many dimensions were compared.
 */
export interface Moderator {
  dimension: Dimension;
  planned: boolean;
  p: number;
  adjusted: number;
  words: string;
}

/** A check that has an answer, or the reason why it has none. */
export type Checked = {effect: Effect; schools: number; absent: null} | {effect: null; schools: 0; absent: string};

/**
 * Change a year of the same schools: before joining (least-squares slope over the base years), and since (from the base
 * to the mean of the years since, by the years in between), next to what was expected of them and what all schools of the
 * phase did over the same years.
 */
export interface Rates {
  schools: number;
  before: number | null;
  after: number;
  expected: {same_trend: number; same_past: number};
  all_before: number | null;
  all_after: number;
  /** By event time, the mean change from the base: of schools that joined, as expected, and of all schools. */
  path: {
    event_time: number;
    schools: number;
    joined: number;
    same_trend: number;
    same_past: number;
    all: number;
  }[];
}

/** before_after = return + expected + effect, under either assumption, for the same schools: an identity. */
export interface BeforeAfter {
  schools: number;
  /** Mean of event times 0 to 2 less event time −1. */
  before_after: number;
  /** Return from the year before joining to the base. */
  return: number;
  expected: {same_trend: number; same_past: number};
  effect: {same_trend: number; same_past: number};
  /** Says when the year before joining is an odd one: selection on a bad year, or an incomplete closing year. */
  warning: string | null;
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
  /** Holds all event times at once (union of both assumptions’ bands); null where none is claimed. */
  band_low: number | null;
  band_high: number | null;
  schools: number;
  partnerships: number;
  /** Donors behind the regressions of that year. */
  donors: number;
  /** Mean of schools that joined, and what was expected of them, in the unit printed; null on the standardised scale. */
  joined: number | null;
  expected: {same_trend: number; same_past: number} | null;
  verdict: Direction | null;
}

export interface PreTrend {
  /** Joint test that the years before are zero, the year before joining among them; null where too few years are left to test. */
  p: {same_trend: number | null; same_past: number | null};
  event_times: number[];
  /** Whether the year before joining is clear of zero under both assumptions, and on which side. */
  year_before: "dip" | "spike" | null;
  words: string;
}

/** Rambachan & Roth (2023): how many times the largest earlier departure the later one may be before zero is in the interval. */
export interface Breakdown {
  /** The smallest over both references and both assumptions; null where it could not be asked. */
  relative_magnitude: number | null;
  by_reference: {reference: -1 | -2; same_trend: number | null; same_past: number | null}[];
  words: string;
}

/** Another specification: a robustness check. */
export interface RobustnessCheck {
  group: "base" | "comparators" | "estimator" | "weights" | "scale" | "cohort" | "sample" | "bounds" | "covariates";
  label: string;
  headline: boolean;
  /** Under both assumptions; null where it rests on one, or on none. */
  effect: Effect | null;
  /** Of an estimator that rests on one assumption: its estimate, and which one it sides with. */
  estimate: (Estimate & {sides_with: "same_trend" | "same_past" | "neither"}) | null;
  /** Known to mislead: shown hollow and named. */
  misleading: string | null;
  /** Why it could not be asked. */
  absent: string | null;
}

/** What placebo partnerships of untreated schools, of the same sizes and years, seem to have done, by assumption. */
export interface PlaceboDistribution {
  same_trend: PlaceboDraws;
  same_past: PlaceboDraws;
}

export interface PlaceboDraws {
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
  per_unit: Interval | null;
  words: string;
}

/** How like the donors the treated are at the base, over all trials behind the effect: standardised mean differences. */
export interface Balance {
  rows: {covariate: string; label: string; treated: number; donors: number; smd: number}[];
  largest: number;
}

/** How far partnerships differ. Partnerships are unnamed, in order of size. */
export interface Across {
  partnerships: number;
  mean: Interval;
  predict_low: number;
  predict_high: number;
  tau: number;
  i2: number;
  units: {schools: number; raw: number; se: number; shrunken: number; low: number; high: number}[];
}
