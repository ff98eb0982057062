import type {Effect, Result} from "../../src/release/results.ts";

/** An effect whose estimates, the larger under the first assumption, and union of intervals are given. */
export function madeEffect(from: number, to: number, low: number | null, high: number | null): Effect {
  const ends = {se: null, low, high};
  return {from, to, low, high, same_trend: {value: to, ...ends}, same_past: {value: from, ...ends}};
}

const unrequested = {effect: null, schools: 0, absent: "Not asked of a result that is made up."} as const;

/** A result that is made up, without words: what a test does not name is plain. */
export const madeResult = (named: Partial<Omit<Result, "words">> = {}): Omit<Result, "words"> => ({
  id: "multi_academy_trust.supported.primary.ks2_attainment",
  partnership_type: "multi_academy_trust",
  role: "supported",
  phase: "primary",
  measure: "ks2_attainment",
  by: null,
  effect: madeEffect(1.4, 2.2, 1.2, 2.6),
  periods: {early: null, development: null, longer_term: null},
  period_verdicts: null,
  verdict: "better",
  strength: "moderate",
  schools: 312,
  partnerships: 42,
  absent: null,
  plan: "made-up",
  vintage: {first_year: 2011, last_year: 2025, made: "2026-01-01"},
  years: [2013, 2019],
  scale: "native",
  unit: "percentage points",
  digits: 1,
  stated_in: null,
  sd: 14,
  smallest_effect: {value: 1, why: "it is one pupil in a hundred"},
  donors: {schools: 2000, smallest: 400},
  covariates: {same_trend: [], same_past: [], left_out: []},
  overlapping: 0,
  cohorts: [],
  interval: {method: "analytic", words: "", clusters: 42},
  event_times: [],
  balanced: null,
  by_pupils: null,
  while_member: null,
  rates: null,
  before_after: null,
  pre_trend: null,
  honest: null,
  second_base: unrequested,
  placebo: {in_time: unrequested, in_space: null},
  robustness: [],
  leave_one_out: null,
  equivalence: null,
  probability: null,
  detectable: null,
  time_to_benefit: {first: null, by_event_time: []},
  cumulative: [],
  cost: null,
  months_of_progress: null,
  strength_reasons: [],
  attrition: [],
  balance: null,
  across: null,
  family: null,
  moderators: [],
  ...named
});
