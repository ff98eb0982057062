import {describe, expect, it} from "vitest";
import {clusteredError, twoWayError} from "../../../src/library/inference/cluster-influence.ts";

const influence = Float64Array.of(1, 2, -3, 4, -5, 1);
const alone = {of: Int32Array.of(0, 1, 2, 3, 4, 5), count: 6};
const pairs = {of: Int32Array.of(0, 0, 1, 1, 2, 2), count: 3};
const halves = {of: Int32Array.of(0, 0, 0, 1, 1, 1), count: 2};

describe("clusteredError(influence, clustering)", () => {
  it("is the root of the sum of squares of the sums of clusters", () => {
    expect(clusteredError(influence, alone)).toBeCloseTo(Math.sqrt(1 + 4 + 9 + 16 + 25 + 1), 12);
    expect(clusteredError(influence, pairs)).toBeCloseTo(Math.sqrt(9 + 1 + 16), 12);
  });
});

describe("twoWayError(influence, first, second)", () => {
  it("adds both clusterings and takes off what they share", () => {
    // Pairs 26, halves 0 + 0, both at once: 9 + 9 + 16 + 16.
    const both = {of: Int32Array.of(0, 0, 1, 2, 3, 3), count: 4};
    const variance = 26 + 0 - clusteredError(influence, both) ** 2;
    expect(variance).toBeLessThan(0);
    expect(twoWayError(influence, pairs, halves)).toBeCloseTo(Math.sqrt(26), 12);
  });

  it("is one-way where one clustering holds the other", () => {
    expect(twoWayError(influence, pairs, alone)).toBeCloseTo(clusteredError(influence, pairs), 12);
    expect(twoWayError(influence, alone, pairs)).toBeCloseTo(clusteredError(influence, pairs), 12);
  });

  it("is larger than either where units of both kinds are alike", () => {
    const square = Float64Array.of(3, 1, 1, 2);
    const rows = {of: Int32Array.of(0, 0, 1, 1), count: 2};
    const columns = {of: Int32Array.of(0, 1, 0, 1), count: 2};
    // Rows 16 + 9, columns 16 + 9, cells 9 + 1 + 1 + 4.
    expect(twoWayError(square, rows, columns)).toBeCloseTo(Math.sqrt(35), 12);
  });
});
