import {describe, expect, it} from "vitest";
import {arrangeEffects, fixedEffect} from "../../../src/library/inference/absorbed-effect.ts";

const cluster = Int32Array.of(0, 0, 0, 1, 1, 1);
const unit = fixedEffect(["a", "a", "b", "c", "c", "c"]);
const area = fixedEffect(["n", "n", "n", "s", "s", "s"]);
const year = fixedEffect(["1", "2", "1", "1", "2", "3"]);

describe("fixedEffect(names)", () => {
  it("numbers names in order of first appearance", () => {
    expect(unit).toEqual({level: Int32Array.of(0, 0, 1, 2, 2, 2), levels: 3});
  });
});

describe("arrangeEffects(effects, cluster)", () => {
  it("takes out the largest effect that lies within clusters", () => {
    const {absorbed, dummies} = arrangeEffects([year, area, unit], cluster);
    expect(absorbed).toBe(unit);
    expect(dummies).toEqual([year, area]);
  });

  it("has a constant where none does", () => {
    const {absorbed, dummies} = arrangeEffects([year], cluster);
    expect(absorbed).toBeNull();
    expect(dummies).toEqual([{values: new Float64Array(6).fill(1)}, year]);
  });
});
