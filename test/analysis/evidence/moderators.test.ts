import {describe, expect, test} from "vitest";
import {compareModerators, type PartEffect} from "../../../src/analysis/evidence/moderators.ts";
import type {Dimension} from "../../../src/release/results.ts";

/** Parts of one dimension with these effects, the same under both assumptions, each with a standard error of one. */
const parts = (dimension: Dimension, ...effects: number[]): PartEffect[] =>
  effects.map((estimate, i) => ({
    by: {dimension, value: `${dimension}_${i}`, label: `${dimension} ${i}`},
    estimated: {same_trend: {estimate, se: 1}, same_past: {estimate, se: 1}}
  }));

describe("compareModerators(parts)", () => {
  test("tests two parts by the square of their difference, over two", () => {
    const [found] = compareModerators(parts("region", 0, 1.96 * Math.SQRT2));
    expect(found.p).toBeCloseTo(0.05, 3);
    expect(found.adjusted).toBe(found.p);
  });

  test("adjusts by Holm for how many are compared, planned ones apart from explored ones", () => {
    const found = compareModerators([
      ...parts("region", 0, 3),
      ...parts("size", 0, 4),
      ...parts("distance", 0, 0.1),
      ...parts("earlier_third", 0, 3, 0)
    ]);
    expect(found.map(({dimension, planned}) => [dimension, planned])).toEqual([
      ["earlier_third", true],
      ["region", false],
      ["size", false],
      ["distance", false]
    ]);
    const [third, region, size, distance] = found;
    expect(third.adjusted).toBe(third.p);
    expect(size.adjusted).toBeCloseTo(3 * size.p, 12);
    expect(region.adjusted).toBeCloseTo(2 * region.p, 12);
    expect(distance.adjusted).toBeCloseTo(distance.p, 12);
  });

  test("claims a difference by the adjusted chance alone, and says both", () => {
    const alone = compareModerators(parts("region", 0, 3));
    const among = compareModerators([...parts("region", 0, 3), ...parts("size", 0, 0), ...parts("distance", 0, 0)]);
    expect(alone[0].words).toMatch(
      /^Effects differ between regions by more than chance explains \(p = 0\.034; 2 groups/
    );
    expect(among[0].words).toMatch(
      /^Effects differ between regions by no more than chance explains \(p = 0\.034; p = 0\.10 once 3 comparisons are allowed for; 2 groups/
    );
  });

  test("leaves out parts without an interval, and a dimension with fewer than two parts", () => {
    const [known] = parts("region", 1);
    expect(compareModerators([known, {...known, estimated: null}])).toEqual([]);
  });
});
