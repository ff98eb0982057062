import {describe, expect, it} from "vitest";
import {crossMatrix, crossVectors} from "../../../src/library/statistics/cross-products.ts";
import {stackColumns} from "../../../src/library/statistics/sparse-rows.ts";

/** Rows (1, 0, 2), (0, 1, 3), (0, 0, −1), weighing 1, 2, 4. */
const rows = stackColumns(3, [{levels: 2, level: Int32Array.of(0, 1, -1)}, {values: Float64Array.of(2, 3, -1)}]);
const weights = Float64Array.of(1, 2, 4);

describe("crossMatrix(rows, weights)", () => {
  it("is the lower triangle of X′WX", () => {
    expect([...crossMatrix(rows, weights)]).toEqual([1, 0, 0, 0, 2, 0, 2, 6, 4 + 18 + 4]);
  });

  it("weighs every row 1 without weights", () => {
    expect([...crossMatrix(rows, null)]).toEqual([1, 0, 0, 0, 1, 0, 2, 3, 4 + 9 + 1]);
  });
});

describe("crossVectors(rows, y, {weights, group, groups})", () => {
  it("is X′Wy of each group", () => {
    const group = Int32Array.of(1, 0, 1);
    expect([...crossVectors(rows, Float64Array.of(10, 1, 1), {weights, group, groups: 2})]).toEqual([
      0,
      2,
      6,
      10,
      0,
      20 - 4
    ]);
  });
});
