import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {joinBracket} from "../../src/analysis/effects/bracket.ts";
import {judgeEquivalence, judgeVerdict} from "../../src/analysis/evidence/verdict.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import type {Role} from "../../src/vocabulary/role.ts";
import type {PartnershipOutcome} from "../../src/release/partnership-files.ts";
import type {Estimate, Result, Strength, Subgroup} from "../../src/release/results.ts";
import {partnershipWords} from "../../src/words/partnership-words.ts";
import {computeDetectable} from "../../src/analysis/evidence/detectable.ts";
import {studentInterval} from "../../src/analysis/effects/student-interval.ts";
import {summarise, writeTitle} from "../../src/words/summary.ts";
import {writeWords, type WordContext} from "../../src/words/words.ts";
import {madeResult} from "../support/made-result.ts";
import {measureTerms} from "../support/measure-terms.ts";
import {problemsOfFile, problemsOfOutcome, problemsOfResult} from "../support/sentence-rules.ts";

const roles: readonly Role[] = ["supported", "supporter", "member"];
const subgroup = fc.constantFrom<Subgroup | null>(
  null,
  {dimension: "region", value: "north_east", label: "North East"},
  {dimension: "size", value: "large", label: "partnerships of ten schools or more when they joined"}
);

/** Effects over all sizes that matter: from far below the smallest effect of interest to far above, clear and not, and on the edge. */
const effects = fc.record({
  measure: fc.constantFrom(...Object.keys(measures)),
  partnership_type: fc.constantFrom(...Object.keys(partnershipTypes)),
  times: fc.oneof(fc.double({min: -8, max: 8, noNaN: true}), fc.constantFrom(0, 1e-6, -1e-6, 1.96, -1.97)),
  power: fc.double({min: -3, max: 2, noNaN: true}),
  degrees: fc.constantFrom(4, 30, Infinity),
  schools: fc.constantFrom(1, 2, 30, 1204),
  partnerships: fc.constantFrom(1, 5, 1042),
  few: fc.constantFrom(false, false, false, true),
  /** How far the second estimate lies from the first, in standard errors. */
  apart: fc.constantFrom(0, 0.01, 1, -4),
  already: fc.boolean(),
  strength: fc.constantFrom<Strength>("very_low", "low", "moderate"),
  standardised: fc.boolean(),
  by: subgroup,
  overlapping: fc.constantFrom(0, 1),
  /** Small by the two one-sided tests, though its 95 % interval reaches beyond the smallest effect of interest: no claim that it is. */
  edge: fc.constantFrom(false, false, false, false, false, true)
});
type Drawn = typeof effects extends fc.Arbitrary<infer T> ? T : never;

function makeResult(drawn: Drawn, role: Role): {result: Result; wordContext: WordContext} {
  const {measure, partnership_type, degrees, schools, partnerships, few, standardised, by} = drawn;
  const {subject, better, smallest_effect, domain, unit, digits, comparable_series} = measures[measure];
  const se = smallest_effect.value * (drawn.edge ? 0.4 : 10 ** drawn.power);
  const estimated = drawn.edge
    ? {estimate: smallest_effect.value - 1.8 * se, se, degrees: Infinity}
    : {estimate: drawn.times * se, se, degrees};
  const second = {...estimated, estimate: estimated.estimate + drawn.apart * se};
  const makeEstimate = (of: typeof estimated): Estimate => ({
    ...studentInterval(of),
    se,
    ...(few ? {low: null, high: null} : {})
  });
  const effect = joinBracket({same_trend: makeEstimate(estimated), same_past: makeEstimate(second)});
  const whole = {critical: 2, method: few ? ("none" as const) : ("analytic" as const), p: 0.5};
  const tested = {same_trend: {...estimated, ...whole}, same_past: {...second, ...whole}};
  const equivalence = judgeEquivalence(effect, tested, {unit: 1, margin: smallest_effect.value});
  const {already, strength} = drawn;
  const verdict = judgeVerdict(effect, {better, equivalent: equivalence?.equivalent ?? false, already, strength});
  const unresolved = madeResult({
    partnership_type,
    role,
    measure,
    by,
    effect,
    verdict,
    strength,
    schools,
    partnerships,
    scale: standardised ? "standardised" : "native",
    unit,
    digits,
    stated_in: standardised ? {year: 2025, label: comparable_series.at(-1)!.label} : null,
    smallest_effect,
    overlapping: drawn.overlapping,
    equivalence,
    probability: few || better === "neither" ? null : 0.62,
    detectable: few ? null : computeDetectable(estimated),
    cohorts: [{cohort: 2021, schools, partnerships, straddles_gap: true}],
    attrition: [
      {step: "listed", schools: schools + 12, lost: null},
      {step: "compared", schools, lost: "12: no results before joining"}
    ]
  });
  const wordContext = {
    subject,
    better,
    smallest_effect,
    domain,
    evidence: partnershipTypes[partnership_type].evidence,
    type_label: partnershipTypes[partnership_type].label
  };
  return {result: {...unresolved, words: writeWords(unresolved, wordContext)}, wordContext};
}

const placebo = (as_far: number) => ({draws: 1000, as_far, from: -1, width: 2, counts: [1000]});

describe("every sentence that can be told of a result", () => {
  it("says no more than its interval, with interval and counts, in words that are allowed", () =>
    fc.assert(
      fc.property(effects, fc.constantFrom(...roles), (drawn, role) => {
        const {result} = makeResult(drawn, role);
        expect(problemsOfResult(result, measureTerms(drawn.measure))).toEqual([]);
      }),
      {numRuns: 1500}
    ));

  it("holds over several roles at the head of a page", () =>
    fc.assert(
      fc.property(effects, effects, effects, (a, b, c) => {
        const {measure, standardised, partnership_type} = a;
        const drawn = [
          a,
          {...b, measure, standardised, partnership_type},
          {...c, measure, standardised, partnership_type}
        ];
        const reported = drawn.map((each, i) => makeResult({...each, by: null}, roles[i]));
        const results = reported.map(({result}) => result);
        const file = {
          partnership_type,
          phase: "primary" as const,
          measure,
          summary: summarise(results, reported[0].wordContext),
          title: writeTitle(results),
          results
        };
        expect(problemsOfFile(file, measureTerms(measure))).toEqual([]);
      }),
      {numRuns: 600}
    ));

  it("holds of one partnership, whose interval comes from placebo ones", () =>
    fc.assert(
      fc.property(effects, fc.constantFrom(...roles), fc.nat(1000), (drawn, role, as_far) => {
        const {result, wordContext} = makeResult({...drawn, by: null}, role);
        const unresolved: Omit<PartnershipOutcome, "title" | "sentence"> = {
          measure: drawn.measure,
          phase: "primary",
          role,
          schools: drawn.schools,
          scale: "native",
          unit: result.unit,
          digits: result.digits,
          sd: null,
          smallest_effect: result.smallest_effect.value,
          effect: result.effect,
          periods: result.periods,
          verdict: result.verdict,
          strength: result.strength,
          strength_lost: ["agreement", "size", "years", "before", "compared", "membership"],
          placebo: {same_trend: placebo(as_far), same_past: placebo(1)},
          among: {looked_at: 40, chance: 0.01},
          shrunken: null,
          years: result.years,
          rates: null,
          absent: null
        };
        const outcome = {
          ...unresolved,
          ...partnershipWords(unresolved, wordContext)
        };
        const terms = {...measureTerms(drawn.measure), smallest_effect: result.smallest_effect.value};
        expect(problemsOfOutcome(outcome, terms)).toEqual([]);
      }),
      {numRuns: 600}
    ));
});
