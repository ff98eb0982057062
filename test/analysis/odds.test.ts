import {mean, randomNormal, range} from "d3";
import {describe, expect, it} from "vitest";
import {level, oddsOf, type Place} from "../../src/analysis/odds.ts";
import {mersenneTwister} from "../../src/statistics/mersenne-twister.ts";

const others = 1000;

/** Base means of others (variance 1) and, after them, of those whose role results told. */
function made(told: number, base: (normal: () => number) => number, seed = 5) {
  const normal = randomNormal.source(mersenneTwister(seed))();
  const place = (row: number, base: number): Place => ({row, base, expected: 0});
  return {
    others: range(others).map((row) => place(row, normal())),
    told: range(told).map((i) => place(others + i, base(normal)))
  };
}

describe("oddsOf(places)", () => {
  it("has the slope of the ratio of two normal densities", () => {
    const {slope} = oddsOf(made(5000, (normal) => 0.4 + 0.8 * normal()));
    // d/dz log f(z): −(z − 0.4) ÷ 0.64 + z.
    for (const z of [-1, 0, 1]) expect(Math.abs(slope(z) - (z - (z - 0.4) / 0.64))).toBeLessThan(0.2);
  });

  it("is a line with few told, and level with none", () => {
    const {slope} = oddsOf(made(20, (normal) => 0.4 + 0.8 * normal()));
    expect(slope(1)).toBeCloseTo(slope(-1), 9);
    expect(oddsOf(made(0, () => 0))).toBe(level);
  });

  it("is a curve with some dozens told where they all but share one level", () => {
    const {slope} = oddsOf(made(60, (normal) => 0.3 * normal()));
    expect(slope(0.15)).toBeLessThan(-0.5);
    expect(slope(-0.15)).toBeGreaterThan(0.5);
  });

  it("moves by each school as it does when that school is left out", () => {
    const places = made(300, (normal) => 0.4 + 0.8 * normal());
    const odds = oddsOf(places);
    const moves = new Float64Array(others + 300);
    odds.addMoves(odds.gradient(0.5), moves);
    for (const row of [0, 17, others + 3, others + 200]) {
      const without = ({row: own}: Place) => own !== row;
      const left = oddsOf({told: places.told.filter(without), others: places.others.filter(without)});
      expect((odds.slope(0.5) - left.slope(0.5)) / moves[row]!).toBeCloseTo(1, 1);
    }
  });

  it("is as uncertain as it is from one England to another", () => {
    const found = range(100).map((seed) => {
      const odds = oddsOf(made(300, (normal) => 0.4 + 0.8 * normal(), seed));
      const moves = new Float64Array(others + 300);
      odds.addMoves(odds.gradient(0.5), moves);
      return {slope: odds.slope(0.5), variance: moves.reduce((sum, move) => sum + move ** 2, 0)};
    });
    const centre = mean(found, ({slope}) => slope)!;
    const spread = mean(found, ({slope}) => (slope - centre) ** 2)!;
    expect(mean(found, ({variance}) => variance)! / spread).toBeGreaterThan(0.7);
    expect(mean(found, ({variance}) => variance)! / spread).toBeLessThan(1.4);
  });
});
