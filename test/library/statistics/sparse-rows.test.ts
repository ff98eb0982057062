import {describe, expect, it} from "vitest";
import {stackColumns, timesVector, computeWidth} from "../../../src/library/statistics/sparse-rows.ts";

const blocks = [{levels: 2, level: Int32Array.of(1, -1, 0)}, {values: Float64Array.of(0.5, 2, -3)}];

describe("stackColumns(rows, blocks)", () => {
  it("puts a one at the level of a row, nothing at −1, and numbers in a column of their own", () => {
    const {columns, start, column, value} = stackColumns(3, blocks);
    expect(columns).toBe(3);
    expect([...start]).toEqual([0, 2, 3, 5]);
    expect([...column]).toEqual([1, 2, 2, 0, 2]);
    expect([...value]).toEqual([1, 0.5, 2, 1, -3]);
  });

  it("is as wide as its blocks", () => {
    expect(blocks.map(computeWidth)).toEqual([2, 1]);
  });
});

describe("timesVector(rows, vector)", () => {
  it("multiplies as the full matrix would", () => {
    expect([...timesVector(stackColumns(3, blocks), Float64Array.of(10, 100, 2))]).toEqual([101, 4, 4]);
  });
});
