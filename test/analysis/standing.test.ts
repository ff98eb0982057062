import {mean, randomNormal, range} from "d3";
import {describe, expect, it} from "vitest";
import {standingsOf} from "../../src/analysis/standing.ts";
import {mersenneTwister} from "../../src/statistics/mersenne-twister.ts";

const untreated = 3000;
const years = range(2010, 2019);

/** Schools with a lasting level and the luck of a window (variance 1 and ½); after the untreated, those whose role results told, at the levels given. */
function made(levels: (normal: () => number) => number, told: number) {
  const normal = randomNormal.source(mersenneTwister(3))();
  const rows = range(untreated + told);
  const level = rows.map((row) => (row < untreated ? normal() : levels(normal)));
  const base = level.map((value) => value + Math.sqrt(0.5) * normal());
  // After the window every year has luck of its own.
  const value = (row: number, year: number) => (year < 2014 ? base[row]! : level[row]! + normal());
  const outcome = {years, values: Float64Array.from(rows.flatMap((row) => years.map((year) => value(row, year))))};
  const results = range(told).map((i) => ({row: untreated + i, cohort: 2014, partnership: "p"}));
  const treatedFrom = Float64Array.from(rows, (row) => (row < untreated ? Infinity : 2014));
  const pool = Float64Array.from(base.slice(0, untreated));
  const centre = mean(pool)!;
  const cohort = {cohort: 2014, joiners: 0, means: {base: pool, expected: pool.map(() => centre)}};
  const by = {measure: "results", by: outcome, beside: [], joiners: results, above: 0};
  const [standing] = standingsOf([cohort], by, treatedFrom, [2010 - 2014, 2013 - 2014]);
  return {standing: standing!, level: level.slice(untreated), base: base.slice(untreated)};
}

/** The mean level of schools of the pool with this base mean. */
const ofPool = (base: number): number => base * (1 / 1.5);

describe("standingsOf(cohorts, outcome, joining, window)", () => {
  it("is the distance of those whose role results told, where they are spread as the pool is", () => {
    const {standing} = made((normal) => 0.8 + normal(), 1500);
    for (const base of [-1, 0, 1]) expect(standing.luck(base)).toBeCloseTo(0.8, 0);
  });

  it("tells lasting levels far better than the pool alone does, where there are two sorts of schools", () => {
    const {standing, level, base} = made((normal) => (normal() > 0 ? 1.2 : -1.2) + 0.5 * normal(), 3000);
    // E[level | b, told] = E[level | b, pool] + σ² s(b); the regression is asked at b − standing, of which luck takes a third off.
    for (const [from, to] of [
      [-1.5, -0.75],
      [0.75, 1.5]
    ] as const) {
      const some = range(base.length).filter((i) => base[i]! >= from && base[i]! < to);
      const truth = mean(some, (i) => level[i]!)!;
      const off = (by: (base: number) => number) => Math.abs(mean(some, (i) => by(base[i]!))! - truth);
      expect(off((b) => ofPool(b) + standing.luck(b) / 3)).toBeLessThan(0.7 * off(ofPool));
    }
  });

  it("tells which schools of the pool have the same lasting level", () => {
    const {standing, level, base} = made((normal) => 0.8 + normal(), 1500);
    const off = mean(level, (value, i) => ofPool(base[i]! + standing.level(base[i]!)) - value)!;
    expect(Math.abs(off)).toBeLessThan(0.05);
  });

  it("is nothing where results told nobody’s role", () => {
    const {standing} = made(() => 0, 0);
    expect([standing.luck(1), standing.level(1)]).toEqual([0, 0]);
  });
});
