import type {Checked, Effect, Estimate, EventTimeEffect, Rates, Result} from "../../src/release/results.ts";
import type {IndexRow, PartRow, ResultIndex} from "../../src/release/result-index.ts";

/** One estimate with an interval half so wide, or without one. */
const estimate = (value: number, half: number | null): Estimate => ({
  value,
  se: half === null ? null : half / 2,
  low: half === null ? null : value - half,
  high: half === null ? null : value + half
});

/** An effect whose two estimates are `value` and, if the same past, `apart` more; each with an interval half so wide. */
export const effect = (value: number, half: number | null = 0.7, apart = 0): Effect => {
  const [same_trend, same_past] = [estimate(value, half), estimate(value + apart, half)];
  const [from, to] = [Math.min(value, value + apart), Math.max(value, value + apart)];
  const limits = half === null ? {low: null, high: null} : {low: from - half, high: to + half};
  return {from, to, ...limits, same_trend, same_past};
};

/** An effect in one year since joining, with a band twice as wide as its interval. */
export const eventTime = (
  event_time: number,
  value: number,
  half: number | null = 0.7,
  rest: Partial<EventTimeEffect> = {}
): EventTimeEffect => ({
  ...effect(value, half),
  event_time,
  band_low: half === null ? null : value - 2 * half,
  band_high: half === null ? null : value + 2 * half,
  schools: 312,
  partnerships: 42,
  donors: 1180,
  joined: 55 + value,
  expected: {same_trend: 55, same_past: 55},
  verdict: half === null ? "too_few" : value - half > 0 ? "better" : value + half < 0 ? "worse" : "unclear",
  ...rest
});

const checked = (found: Effect): Checked => ({effect: found, schools: 120, absent: null});

/** Change a year, with a path from year −2 to year 1. */
export const rates = (rest: Partial<Rates> = {}): Rates => ({
  schools: 312,
  before: 0.2,
  after: 0.9,
  expected: {same_trend: 0.5, same_past: 0.4},
  all_before: 0.3,
  all_after: 0.4,
  path: [-2, -1, 1].map((event_time) => ({
    event_time,
    schools: 9,
    joined: event_time === -1 ? -1 : event_time + 3,
    same_trend: 0.5,
    same_past: 1,
    all: 0
  })),
  ...rest
});

/** A result with everything that pages can show; what a test is about is given. */
export const result = (rest: Partial<Result> = {}): Result => ({
  id: "multi_academy_trust.supported.primary.ks2_attainment",
  partnership_type: "multi_academy_trust",
  role: "supported",
  phase: "primary",
  measure: "ks2_attainment",
  by: null,
  effect: effect(1.9),
  periods: {early: effect(1.1), development: effect(2), longer_term: effect(2.8)},
  period_verdicts: {early: "better", development: "better", longer_term: "better"},
  verdict: "better",
  strength: "moderate",
  schools: 312,
  partnerships: 42,
  absent: null,
  plan: "521767dd",
  vintage: {first_year: 2011, last_year: 2019, made: "2026-11-22"},
  scale: "native",
  unit: "percentage points",
  digits: 1,
  stated_in: null,
  sd: 14,
  smallest_effect: {value: 1, why: "a twentieth of the standard deviation of pupils"},
  words: {
    title: "Supported schools did better than similar schools: +1.9 percentage points",
    sentence: "Compared with similar schools, the share rose by 1.9 percentage points.",
    ruled_out: null,
    how_sure: "Moderate.",
    cannot: ["Who left before the first extract of the register."]
  },
  years: [2014, 2019],
  donors: {schools: 1180, smallest: 640},
  covariates: {same_trend: ["free meals"], same_past: ["free meals", "the outcome itself"], left_out: []},
  overlapping: 12,
  cohorts: [{cohort: 2014, schools: 312, partnerships: 42, straddles_gap: false}],
  interval: {method: "analytic", words: "A t interval, clustered by partnership.", clusters: 42},
  event_times: [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((e) => eventTime(e, e < -1 ? 0 : e === -1 ? -1.6 : 0.6 * e)),
  by_pupils: effect(1.8),
  while_member: effect(2),
  balanced: null,
  rates: rates(),
  before_after: {
    schools: 300,
    before_after: 6.1,
    return: 1.1,
    expected: {same_trend: 3, same_past: 2.5},
    effect: {same_trend: 2, same_past: 2.5},
    warning: "The year before joining was a low one."
  },
  pre_trend: {
    p: {same_trend: 0.4, same_past: 0.03},
    event_times: [-5, -1],
    year_before: "dip",
    words: "The year before joining was a low one."
  },
  honest: {
    relative_magnitude: 0.4,
    by_reference: [
      {reference: -1, same_trend: 0.4, same_past: 0.6},
      {reference: -2, same_trend: 1, same_past: null}
    ],
    words: "It stands up to 0.4 times the largest departure before joining."
  },
  robustness: [],
  second_base: {
    effect: null,
    schools: 0,
    absent: "Only 12 of these schools have the years for it; at least 20 are asked for."
  },
  placebo: {in_time: checked(effect(0.1)), in_space: null},
  leave_one_out: {lowest: 1.6, highest: 2.1, changes_verdict: false, partnerships: 42},
  equivalence: null,
  probability: 0.95,
  detectable: 1,
  time_to_benefit: {
    first: 1,
    by_event_time: [0, 1, 2, 3].map((e) => ({event_time: e, verdict: e > 0 ? "better" : "unclear", detectable: 1}))
  },
  cumulative: [0, 1, 2, 3].map((e) => ({...effect(0.9 * (e + 1), 0.5 * (e + 1)), event_time: e})),
  cost: null,
  months_of_progress: null,
  strength_reasons: [
    {rule: "design", met: true, words: "Compared with schools that had not joined."},
    {rule: "breakdown", met: false, words: "At least 0.5 is asked for."}
  ],
  attrition: [
    {step: "Schools in the role", schools: 400, lost: null},
    {step: "With earlier results", schools: 312, lost: "no result before joining"}
  ],
  balance: null,
  across: null,
  family: {name: "attainment", outcomes: 4, stands: true, false_discovery: true},
  moderators: [],
  ...rest
});

/** A row of results.json; letters of its years as in src/release/results.ts. */
export const indexRow = (rest: Partial<IndexRow> = {}): IndexRow => ({
  id: "multi_academy_trust.supported.primary.ks2_attainment",
  partnership_type: "multi_academy_trust",
  role: "supported",
  phase: "primary",
  measure: "ks2_attainment",
  dimension: null,
  subgroup: null,
  from: 1.9,
  to: 2.1,
  low: 1.2,
  high: 2.6,
  first_year: 2014,
  last_year: 2019,
  early_from: 1.1,
  early_to: 1.2,
  early_low: 0.4,
  early_high: 1.8,
  development_from: 2,
  development_to: 2,
  development_low: 1.3,
  development_high: 2.7,
  longer_term_from: null,
  longer_term_to: null,
  longer_term_low: null,
  longer_term_high: null,
  sd: 14,
  unit: "percentage points",
  digits: 1,
  time_to_benefit: 1,
  years: "ubbu",
  period_verdicts: "bub",
  detectable: 1,
  verdict: "better",
  strength: "moderate",
  schools: 312,
  partnerships: 42,
  absent: null,
  ...rest
});

/** A row of a part of a partnership type. */
export const partRow = (rest: Partial<PartRow> = {}): PartRow => ({
  ...indexRow(),
  dimension: "model",
  subgroup: "1",
  label: "Model 1",
  ...rest
});

export function indexRowFrom(rows: readonly IndexRow[]): ResultIndex {
  const names = Object.keys(rows[0]) as (keyof IndexRow)[];
  return {
    columns: Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])) as ResultIndex["columns"]
  };
}
