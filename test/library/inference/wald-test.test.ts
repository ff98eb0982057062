import {describe, expect, it} from "vitest";
import {waldTest} from "../../../src/library/inference/wald-test.ts";

const alone = {of: Int32Array.of(0, 1, 2, 3), count: 4};

describe("waldTest(estimates, clustering)", () => {
  it("is the squared ratio for one estimate, with the chance of χ² on one degree", () => {
    // Influences of squared sum 4: a standard error of 2, so 4 is two of them.
    const test = waldTest([{estimate: 4, influence: Float64Array.of(1, -1, 1, -1)}], alone)!;
    expect(test.statistic).toBeCloseTo(4, 12);
    expect(test.degrees).toBe(1);
    // From printed tables: P(|z| > 2) = 0.0455.
    expect(test.p).toBeCloseTo(0.0455, 4);
  });

  it("takes off what estimates share: θ′V⁻¹θ by hand", () => {
    const first = {estimate: 2, influence: Float64Array.of(1, 1, 0, 0)};
    const second = {estimate: 3, influence: Float64Array.of(0, 1, 1, 0)};
    // V is 2 on the diagonal and 1 off it: (2·4 − 2·6 + 2·9) ÷ 3.
    expect(waldTest([first, second], alone)!.statistic).toBeCloseTo(14 / 3, 12);
  });

  it("leaves out an estimate that another settles, and those without influence", () => {
    const one = {estimate: 2, influence: Float64Array.of(1, 1, 0, 0)};
    const opposite = {estimate: -2, influence: Float64Array.of(-1, -1, 0, 0)};
    const test = waldTest([one, opposite, {estimate: 0, influence: null}], alone)!;
    expect(test).toEqual(waldTest([one], alone));
  });

  it("is none where nothing is estimated", () => {
    expect(waldTest([{estimate: 0, influence: null}], alone)).toBeNull();
  });
});
