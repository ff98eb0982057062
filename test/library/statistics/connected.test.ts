import {describe, expect, it} from "vitest";
import {connected} from "../../../src/library/statistics/connected.ts";

describe("connected(unit, units, level, levels)", () => {
  it("gives one label to what a chain of rows joins, and another to what none does", () => {
    // Units 0 and 1 meet in period 1; unit 2 is alone with period 3; unit 3 and period 4 have no row.
    const {unit, level} = connected(Int32Array.of(0, 0, 1, 1, 2), 4, Int32Array.of(0, 1, 1, 2, 3), 5);
    expect(unit[1]).toBe(unit[0]);
    expect([level[0], level[1], level[2]]).toEqual([unit[0], unit[0], unit[0]]);
    expect(level[3]).toBe(unit[2]);
    expect(new Set([unit[0], unit[2], unit[3], level[4]]).size).toBe(4);
  });
});
