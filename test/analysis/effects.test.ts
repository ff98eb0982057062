import {mean, range} from "d3";
import {describe, expect, it} from "vitest";
import {baseStudyOf, weightsWhere} from "../../src/analysis/base-study.ts";
import {changeDefaults} from "../../src/analysis/changes.ts";
import {drawComparators} from "../../src/analysis/comparators.ts";
import {eventStudyOf} from "../../src/analysis/event-study.ts";
import type {CohortSets} from "../../src/analysis/matched-sets.ts";
import {callawaySantanna} from "../../src/estimators/callaway-santanna/index.ts";
import type {LongPanel} from "../../src/estimators/long-panel.ts";
import {clusteredError} from "../../src/inference/cluster-influence.ts";
import {simulatedJoining, type SimulatedJoining} from "../support/simulated-joining.ts";

type Made = ReturnType<typeof simulatedJoining>;

/** Every joiner beside the whole pool, all alike. */
const allOfPool = ({joining}: Made): CohortSets[] =>
  [...new Set(joining.joiners.map(({cohort}) => cohort))].sort().map((cohort) => {
    const own = joining.joiners.filter((joiner) => joiner.cohort === cohort);
    const pool = Int32Array.from(range(joining.schools).filter((row) => joining.treatedFrom[row] === Infinity));
    return {
      cohort,
      joiners: Int32Array.from(own, ({row}) => row),
      partnerships: own.map(({partnership}) => partnership),
      pool,
      covariates: [],
      from: null,
      of: Int32Array.from(pool.keys()),
      weights: new Float64Array(pool.length).fill(1 / pool.length)
    };
  });

function studyOf(made: Made, sets = drawComparators(made.joining, made.variables).cohorts, options = changeDefaults) {
  const base = baseStudyOf(sets, {measure: "results", outcome: made.outcome}, made.joining, options);
  const weights = weightsWhere(base.differences, () => true);
  return eventStudyOf(base.cohorts, base.differences, {...base, weights, unit: 1, draws: 199, seed: 0.5});
}

const longPanel = ({joining, outcome}: Made): LongPanel => {
  const {years, values} = outcome;
  const cluster = new Map(
    joining.joiners.map(({row, partnership}) => [row, joining.schools + Number(partnership.slice(1))])
  );
  return {
    ids: range(joining.schools).map(String),
    unit: Int32Array.from(values, (_, i) => Math.floor(i / years.length)),
    period: Int32Array.from(values, (_, i) => years[i % years.length]!),
    outcome: values,
    cohort: joining.treatedFrom,
    cluster: Int32Array.from(range(joining.schools), (row) => cluster.get(row) ?? row),
    clusters: 2 * joining.schools,
    weights: null,
    covariates: []
  };
};

const overall = (options: Partial<SimulatedJoining>) => studyOf(simulatedJoining(options)).overall!.effect.value;

/** The mean of the estimates over draws, and its standard error. */
function averaged(draws: number, options: Partial<SimulatedJoining>): {mean: number; se: number} {
  const found = range(draws).map((d) => overall({...options, seed: (d + 0.5) / draws}));
  const centre = mean(found)!;
  const variance = mean(found, (value) => (value - centre) ** 2)!;
  return {mean: centre, se: Math.sqrt(variance / draws)};
}

describe("eventStudyOf(cohorts, differences, options)", () => {
  it("is Callaway and Sant’Anna’s estimator and standard error where all the pool is compared with and nothing adjusted for", () => {
    const made = simulatedJoining({effect: 1});
    const ours = studyOf(made, allOfPool(made), {...changeDefaults, adjusts: false});
    const panel = longPanel(made);
    const theirs = callawaySantanna.estimate(panel, {
      aggregate: "dynamic",
      comparators: "never_treated",
      base: [-4, -2],
      method: "reg",
      anticipation: 0
    });
    for (const {event_time, mean} of ours.times) {
      const same = theirs.effects.find(({term}) => term === event_time)!;
      expect(mean.estimate).toBeCloseTo(same.estimate, 10);
      const clustering = {of: panel.cluster, count: panel.clusters};
      const error = clusteredError(same.influence!, clustering);
      expect(clusteredError(mean.influence, clustering)).toBeCloseTo(error, 10);
    }
  });

  // Luck of variance ½ a year, 40 joiners: one estimate has a standard error near 0.16, so a mean of 20 near 0.035.
  it("finds the effect that was planted", () => {
    const {mean, se} = averaged(20, {effect: 1});
    expect(Math.abs(mean - 1)).toBeLessThan(4 * se);
  });

  it("takes no bad year before joining for an effect", () => {
    const {mean, se} = averaged(20, {dip: -2});
    expect(Math.abs(mean)).toBeLessThan(4 * se);
  });

  it("takes no low level for bad luck where schools were picked for it", () => {
    const picked = {picked: "level", joiners: 60} as const;
    const told = range(12).map((d) => simulatedJoining({...picked, seed: (d + 0.5) / 12}));
    const asPicked = mean(told, (made) => studyOf(made).overall!.effect.value)!;
    const asChance = mean(
      told,
      (made) => studyOf(made, undefined, {...changeDefaults, regards: "pool"}).overall!.effect.value
    )!;
    expect(Math.abs(asPicked)).toBeLessThan(Math.abs(asChance) / 2);
  });

  it("takes nothing for an effect where schools far from the middle change by more than a line says", () => {
    const found = range(40).map((d) => {
      const made = simulatedJoining({joiners: 60, seed: (d + 0.5) / 40});
      const {years, values} = made.outcome;
      const early = (row: number) => mean(values.subarray(row * years.length, row * years.length + 8))!;
      const bent = values.map((value, i) =>
        years[i % years.length]! < 2014 ? value : value + 0.5 * early(Math.floor(i / years.length)) ** 2
      );
      const outcome = {years, values: bent};
      const [, intake] = made.variables;
      const variables = [{...made.variables[0]!, by: outcome}, intake!];
      return studyOf({...made, outcome, variables}).overall!.effect.value;
    });
    const centre = mean(found)!;
    const se = Math.sqrt(mean(found, (value) => (value - centre) ** 2)! / found.length);
    expect(Math.abs(centre)).toBeLessThan(3 * se);
  });

  it("takes bad luck for what it is where results before joining told who was picked", () => {
    const {mean, se} = averaged(12, {picked: "window", joiners: 60, cohorts: [2014]});
    expect(Math.abs(mean)).toBeLessThan(Math.max(4 * se, 0.1));
  });

  it("does not move with an effect of each year or of each school, and scales with the outcome", () => {
    const made = simulatedJoining({effect: 1});
    const {years, values} = made.outcome;
    const sets = drawComparators(made.joining, made.variables).cohorts;
    const moved = values.map((value, i) => 3 * value + 20 * Math.sin(i % years.length));
    const scaled = studyOf({...made, outcome: {years, values: moved}}, sets).overall!.effect;
    const plain = studyOf(made, sets).overall!.effect;
    expect(scaled.value / 3).toBeCloseTo(plain.value, 8);
    expect(scaled.high! / 3).toBeCloseTo(plain.high!, 8);
    const unadjusted = {...changeDefaults, adjusts: false};
    const levelled = values.map((value, i) => value + 50 * Math.cos(Math.floor(i / years.length)));
    expect(studyOf({...made, outcome: {years, values: levelled}}, sets, unadjusted).overall!.effect.value).toBeCloseTo(
      studyOf(made, sets, unadjusted).overall!.effect.value,
      8
    );
  });

  it("does not move with the order of the joiners", () => {
    const made = simulatedJoining({effect: 1});
    const {joining} = made;
    const turned = {
      ...made,
      joining: {...joining, joiners: joining.joiners.toReversed(), origin: joining.origin.toReversed()}
    };
    expect(studyOf(turned).overall!.effect.value).toBeCloseTo(studyOf(made).overall!.effect.value, 8);
  });
});

/** Evenly spaced seeds would give a linear congruential generator streams that differ by a constant: these follow no line. */
const seedAt = (draw: number): number => (1e4 * Math.abs(Math.sin(draw + 1))) % 1;

describe("intervals at the size there is", () => {
  const shareOut = (options: Partial<SimulatedJoining>, draws: number) =>
    mean(range(draws), (d) => {
      const {low, high} = studyOf(simulatedJoining({...options, seed: seedAt(d)})).overall!.effect;
      return low! > 0 || high! < 0 ? 1 : 0;
    })!;

  // Of 120 draws at 5 %, three standard errors are 6 points to either side.
  it("leave out zero about one time in twenty at 60 schools (Student’s t)", () => {
    const share = shareOut({joiners: 60, each: 2, untreated: 200}, 120);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(0.11);
  });

  // Of 300 draws at 5 %, three standard errors are 3.8 points to either side.
  it("leave out zero about one time in twenty at 15 schools in 5 partnerships (made-up partnerships)", () => {
    const share = shareOut({joiners: 15, each: 3, untreated: 150}, 300);
    expect(share).toBeGreaterThan(0.012);
    expect(share).toBeLessThan(0.088);
  });

  it("leave out zero about one time in twenty at 5 schools in 5 partnerships (made-up partnerships)", () => {
    const share = shareOut({joiners: 5, each: 1, untreated: 150, cohorts: [2014]}, 300);
    expect(share).toBeGreaterThan(0.012);
    expect(share).toBeLessThan(0.088);
  });
});
