import type {Effect, EventTimeEffect, Result} from "../../src/results.ts";
import type {IndexRow, PartRow, ResultIndex} from "../../src/result-index.ts";

export const effect = (value: number, half: number | null = 0.7): Effect => ({
  value,
  low: half === null ? null : value - half,
  high: half === null ? null : value + half
});

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
  comparators: 1180,
  joined: 55 + value,
  similar: 55,
  verdict: half === null ? "too_few" : value - half > 0 ? "better" : value + half < 0 ? "worse" : "unclear",
  ...rest
});

/** A result with everything that pages can show; what a test is about is given. */
export const result = (rest: Partial<Result> = {}): Result => ({
  id: "multi_academy_trust.supported.primary.ks2_attainment",
  kind: "multi_academy_trust",
  role: "supported",
  phase: "primary",
  measure: "ks2_attainment",
  by: null,
  effect: effect(1.9),
  phases: {early: effect(1.1), development: effect(2), longer_term: effect(2.8)},
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
  told_in: null,
  sd: 14,
  worth: {value: 1, why: "a twentieth of the standard deviation of pupils"},
  words: {
    title: "Supported schools did better than similar schools: +1.9 percentage points",
    sentence: "Compared with similar schools, the share rose by 1.9 percentage points.",
    ruled_out: null,
    how_sure: "Moderate.",
    cannot: ["Who left before the first extract of the register."]
  },
  comparators: 1180,
  overlapping: 12,
  cohorts: [{cohort: 2014, schools: 312, partnerships: 42, straddles_gap: false}],
  interval: {method: "student", words: "A t interval, clustered by partnership."},
  event_times: [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((e) => eventTime(e, e < -1 ? 0 : e === -1 ? -1.6 : 0.6 * e)),
  by_pupils: effect(1.8),
  while_member: effect(2),
  naive: {naive: 6.1, bounce: 1.1, similar: 3, fair: effect(2, 1), warning: "The year before joining was a low one."},
  pre_trend: {p: 0.4, event_times: [-5, -4, -3], words: "Before joining the two groups moved alike."},
  honest: {relative_magnitude: 1, words: "It would stand if later departures were as large as earlier ones."},
  multiverse: [],
  placebo: {in_time: effect(0.1), in_space: null},
  leave_one_out: {lowest: 1.6, highest: 2.1, changes_verdict: false, partnerships: 42},
  equivalence: null,
  probability: {flat: 0.95, shrunken: 0.9},
  detectable: 1,
  time_to_benefit: {
    first: 1,
    by_event_time: [0, 1, 2, 3].map((e) => ({event_time: e, verdict: e > 0 ? "better" : "unclear", detectable: 1}))
  },
  cumulative: [0, 1, 2, 3].map((e) => ({...effect(0.9 * (e + 1), 0.5 * (e + 1)), event_time: e})),
  cost: null,
  months_of_progress: null,
  strength_reasons: [{rule: "design", met: true, words: "Compared with matched schools before and after."}],
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

/** A row of results.json; letters of its years as in src/results.ts. */
export const indexRow = (rest: Partial<IndexRow> = {}): IndexRow => ({
  id: "multi_academy_trust.supported.primary.ks2_attainment",
  kind: "multi_academy_trust",
  role: "supported",
  phase: "primary",
  measure: "ks2_attainment",
  dimension: null,
  subgroup: null,
  value: 1.9,
  low: 1.2,
  high: 2.6,
  early: 1.1,
  early_low: 0.4,
  early_high: 1.8,
  development: 2,
  development_low: 1.3,
  development_high: 2.7,
  longer_term: null,
  longer_term_low: null,
  longer_term_high: null,
  sd: 14,
  unit: "percentage points",
  digits: 1,
  time_to_benefit: 1,
  years: "ubbu",
  detectable: 1,
  verdict: "better",
  strength: "moderate",
  schools: 312,
  partnerships: 42,
  absent: null,
  ...rest
});

/** A row of a part of a kind. */
export const partRow = (rest: Partial<PartRow> = {}): PartRow => ({
  ...indexRow(),
  dimension: "model",
  subgroup: "1",
  label: "Model 1",
  ...rest
});

export function indexOf(rows: readonly IndexRow[]): ResultIndex {
  const names = Object.keys(rows[0]!) as (keyof IndexRow)[];
  return {
    columns: Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])) as ResultIndex["columns"]
  };
}
