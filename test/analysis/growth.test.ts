import {randomNormal, range} from "d3";
import {describe, expect, it} from "vitest";
import {growthOf} from "../../src/analysis/growth.ts";
import type {Yearly} from "../../src/analysis/joining.ts";
import {mersenneTwister} from "../../src/statistics/mersenne-twister.ts";

const [untreated, told] = [4000, 300];
const cohort = 2014;

/** Results of a lasting level and luck of each year, and a measure that has most of its luck from the same pupils and on which a level counts for more from year to year, as said. */
function made(counts: (year: number) => number, years = range(2006, 2019)) {
  const normal = randomNormal.source(mersenneTwister(7))();
  const rows = range(untreated + told);
  const level = rows.map(() => normal());
  const luck = rows.map(() => years.map(() => normal()));
  const series = (of: (row: number, t: number) => number): Yearly => ({
    years,
    values: Float64Array.from(rows.flatMap((row) => years.map((_, t) => of(row, t))))
  });
  const by = series((row, t) => level[row]! + luck[row]![t]!);
  const entries = series((row, t) => counts(years[t]!) * level[row]! + 0.8 * luck[row]![t]! + 0.3 * normal());
  const joiners = range(untreated, untreated + told).map((row) => ({row, cohort, partnership: "p"}));
  const treatedFrom = Float64Array.from(rows, (row) => (row < untreated ? Infinity : cohort));
  return growthOf(entries, {measure: "results", by, beside: [], joiners, above: 0}, treatedFrom, [-4, -2]);
}

describe("growthOf(outcome, told, treatedFrom, window)", () => {
  it("is what a level counts for more since the base window, where that grows from year to year", () => {
    const growth = made((year) => 0.5 + 0.06 * (year - 2011));
    for (const e of [-1, 0, 2, 4]) expect(Math.abs(growth(e) - 0.06 * (e + 3))).toBeLessThan(0.06);
  });

  it("is the same where it comes in one step", () => {
    const growth = made((year) => (year < 2014 ? 0.5 : 0.8));
    expect(Math.abs(growth(-1))).toBeLessThan(0.06);
    for (const e of [0, 2, 4]) expect(Math.abs(growth(e) - 0.3)).toBeLessThan(0.06);
  });

  it("takes no luck that goes away for growth", () => {
    const growth = made(() => 0.5);
    for (const e of [-1, 0, 2, 4]) expect(Math.abs(growth(e))).toBeLessThan(0.06);
  });

  it("is nothing where no results go back before the base window", () => {
    const growth = made((year) => (year < 2014 ? 0.5 : 0.8), range(2010, 2019));
    expect([0, 2, 4].map(growth)).toEqual([0, 0, 0]);
  });
});
