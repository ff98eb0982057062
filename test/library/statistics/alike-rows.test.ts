import {describe, expect, it} from "vitest";
import {alikeRows} from "../../../src/library/statistics/alike-rows.ts";

describe("alikeRows(rows, columns)", () => {
  it("puts rows together that have the same value in every column", () => {
    const {of, count} = alikeRows(5, [Float64Array.of(1, 2, 1, 1, 2), Float64Array.of(7, 7, 7, 8, 7)]);
    expect([...of]).toEqual([0, 1, 0, 2, 1]);
    expect(count).toBe(3);
  });

  it("puts all together where there is no column", () => {
    expect(alikeRows(3, [])).toEqual({of: new Int32Array(3), count: 1});
  });
});
