import {deviation, mean, randomNormal, range} from "d3";
import {describe, expect, it} from "vitest";
import {baseStudyOf, weightsWhere} from "../../src/analysis/base-study.ts";
import {drawComparators} from "../../src/analysis/comparators.ts";
import {eventStudyOf} from "../../src/analysis/event-study.ts";
import type {Joining, Yearly} from "../../src/analysis/joining.ts";
import type {Effect} from "../../src/results.ts";
import {mersenneTwister} from "../../src/statistics/mersenne-twister.ts";

const years = range(2008, 2018);
const cohort = 2014;
const untreated = 1500;

/**
 * Schools that differ little join, to no effect; results tell that those above the median, or below it, have a role.
 * Of four other measures one follows the same level and has the most part of its luck from the same pupils; on one, schools high up, by
 * level or luck, gain on others from year to year; and so they do by level on the third, whose luck is its own. The last, of
 * progress, goes with luck far more than with level.
 */
function england(seed: number, half: "upper" | "lower", joined = 400) {
  const normal = randomNormal.source(mersenneTwister(seed))();
  const count = untreated + joined;
  const level = range(count).map((row) => (row < untreated ? normal() : 0.3 + 0.4 * normal()));
  const luck = range(count).map(() => years.map(() => normal()));
  const series = (of: (row: number, t: number) => number): Yearly => ({
    years,
    values: Float64Array.from(range(count).flatMap((row) => years.map((_, t) => of(row, t))))
  });
  const results = series((row, t) => level[row]! + luck[row]![t]!);
  const entries = series((row, t) => level[row]! + 0.8 * luck[row]![t]! + 0.6 * normal());
  const entered = series((row, t) => (0.5 + 0.06 * t) * (level[row]! + luck[row]![t]!) + 0.3 * normal());
  const absence = series((row, t) => (0.5 + 0.06 * t) * level[row]! + 0.6 * normal());
  const progress = series((row, t) => 0.2 * level[row]! + luck[row]![t]! + 0.3 * normal());
  const outcomes = {
    ks4_attainment: results,
    english_maths_pct: entries,
    ebacc_entry_pct: entered,
    progress8: progress,
    overall_absence_pct: absence
  };
  const base = range(count).map((row) =>
    mean(range(2010, 2013), (year) => results.values[row * years.length + year - 2008]!)!
  );
  const median = base.toSorted((a, b) => a - b)[count / 2]!;
  const everybody = range(untreated, count).map((row) => ({row, cohort, partnership: String(row)}));
  const joiners = everybody.filter(({row}) => base[row]! > median === (half === "upper"));
  const joining: Joining = {
    schools: count,
    joiners,
    treatedFrom: Float64Array.from(base, (_, row) => (row < untreated ? Infinity : cohort)),
    origin: new Int32Array(joiners.length).fill(1),
    told:
      half === "upper"
        ? {measure: "ks4_attainment", by: results, beside: [], joiners, above: 0.5}
        : {measure: "ks4_attainment", by: results, beside: [], joiners: everybody, above: 0}
  };
  const {cohorts} = drawComparators(joining, [
    {name: "ks4_attainment", label: "Results", isOutcome: true, by: results}
  ]);
  return (measure: keyof typeof outcomes): Effect => {
    const found = baseStudyOf(cohorts, {measure, outcome: outcomes[measure]}, joining);
    const weights = weightsWhere(found.differences, () => true);
    return eventStudyOf(found.cohorts, found.differences, {...found, weights, unit: 1, draws: 99, seed: 0.5}).overall!
      .effect;
  };
}

describe.each(["upper", "lower"] as const)(
  "schools whose results put them in the %s half, where nothing happened",
  (half) => {
    it.each(["ks4_attainment", "english_maths_pct", "ebacc_entry_pct", "progress8", "overall_absence_pct"] as const)(
      "are told no effect on %s",
      (measure) => {
        const found = range(30).map((seed) => england(seed, half)(measure).value);
        expect(Math.abs(mean(found)!)).toBeLessThan((3.5 * deviation(found)!) / Math.sqrt(found.length) + 0.01);
      }
    );

    it("are told how far off that may be, the odds that tell their luck being uncertain, too", () => {
      // Without the odds: 1.7 in the upper half.
      const standardErrors = range(60).map((seed) => {
        const {value, low, high} = england(seed, half)("ks4_attainment");
        return (value * 2 * 1.96) / (high! - low!);
      });
      expect(Math.sqrt(mean(standardErrors, (z) => z ** 2)!)).toBeLessThan(1.3);
    });

    it("are told so where they are some twenty, too, whose intervals come from made-up partnerships", () => {
      // Without the odds: 1.6 in the upper half.
      const standardErrors = range(100).map((seed) => {
        const {value, low, high} = england(seed, half, 40)("ks4_attainment");
        return (value * 2 * 1.96) / (high! - low!);
      });
      expect(Math.sqrt(mean(standardErrors, (z) => z ** 2)!)).toBeLessThan(1.4);
    });
  }
);
