import {describe, expect, test} from "vitest";
import type {Study} from "../../../src/analysis/comparison/study.ts";
import type {Yearly} from "../../../src/analysis/comparison/yearly.ts";
import {partnershipOutcomes} from "../../../src/analysis/evidence/partnership-outcome.ts";
import {planTrials} from "../../../src/analysis/expected-change/plan-trials.ts";
import type {PartnershipOutcome} from "../../../src/release/partnership-files.ts";
import {smallTrial} from "../../support/small-trial.ts";

const findCohort = (i: number, cohorts: readonly number[]) => cohorts[i % cohorts.length];

/** What is found of one partnership of eight schools among 300, whose results are moved by some points in some years since joining. */
function found(
  move: (e: number) => number,
  {
    cohorts = [2016, 2017],
    evidence = "A",
    without = []
  }: {cohorts?: number[]; evidence?: "A" | "C"; without?: number[]} = {}
): Omit<PartnershipOutcome, "title" | "sentence" | "shrunken" | "among"> {
  const {data, pool, rows, outcome, yearly} = smallTrial(300, 8);
  const moved: Yearly = yearly((row, year) => {
    const i = row - rows[0];
    const plain = outcome.values[row * 10 + year] / 10;
    if (i < 0) return plain;
    return without.includes(i) ? NaN : plain + move(2010 + year - findCohort(i, cohorts));
  });
  const joined = [...rows].map((row, i) => ({row, cohort: findCohort(i, cohorts), partnership: "p"}));
  const treatedFrom = pool.treatedFrom.slice();
  for (const {row, cohort} of joined) treatedFrom[row] = cohort;
  const treated = new Map(
    cohorts.map((cohort) => [
      cohort,
      Int32Array.from(
        joined.filter((one) => one.cohort === cohort),
        ({row}) => row
      )
    ])
  );
  const study = {
    measure: "ks4_attainment",
    phase: "secondary",
    better: "higher",
    scale: "native",
    outcome: moved,
    unit: 1,
    printed: {unit: "points", digits: 1, sd: null, in: null, pupil_sd: null, smallest_effect: {value: 1, why: ""}},
    rolls: yearly(() => 1000),
    domain: "attainment",
    bounds: null,
    other: null,
    series_id: 1,
    partly_collected: false,
    isHeadline: false
  } as const satisfies Study;
  const trials = planTrials(data, {...pool, treatedFrom}, treated, study);
  const role = {
    partnership_type: "federation",
    role: "member",
    ofBodies: joined,
    unpublished: new Set<string>()
  } as const;
  return partnershipOutcomes(study, {...role, evidence}, {trials, authority: data.authority})[0].outcome;
}

const since = (points: number) => (e: number) => (e >= 0 ? points : 0);

describe("one partnership is judged by the same rule of strength as a type", () => {
  test("a clear effect of schools that joined in two years is claimed, at low strength: it is one partnership", () => {
    const {verdict, strength, strength_lost} = found(since(5));
    expect([verdict, strength, strength_lost]).toEqual(["better", "low", ["size"]]);
  });

  test("of schools that all joined in one year evidence is too weak to say", () => {
    const {verdict, strength, strength_lost} = found(since(5), {cohorts: [2016]});
    expect([verdict, strength, strength_lost]).toEqual(["too_weak", "very_low", ["size", "years"]]);
  });

  test("where members are known from reports alone it is too weak as well", () => {
    expect(found(since(5), {evidence: "C"}).strength_lost).toEqual(["size", "membership"]);
  });

  test("where over half of the schools are not compared it is too weak as well", () => {
    expect(found(since(5), {without: [0, 1, 2, 3]}).strength_lost).toEqual(["size"]);
    expect(found(since(5), {without: [0, 1, 2, 3, 4]}).strength_lost).toEqual(["size", "compared"]);
  });

  test("a change that was there the year before joining takes a step, and so does one that a pretended joining finds", () => {
    expect(found((e) => (e >= -1 ? 5 : 0)).strength_lost).toEqual(["size", "before"]);
    expect(found((e) => (e >= -3 ? 5 : 0)).strength_lost).toContain("before");
  });

  test("nothing is graded where nothing is found", () => {
    const {effect, strength, strength_lost} = found(since(5), {without: [0, 1, 2, 3, 4, 5]});
    expect([effect, strength, strength_lost]).toEqual([null, null, []]);
  });
});
