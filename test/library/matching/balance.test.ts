import {describe, expect, it} from "vitest";
import {measureBalance} from "../../../src/library/matching/balance.ts";

const treated = Uint8Array.of(1, 1, 1, 0, 0, 0, 0);
const x = {name: "x", values: Float64Array.of(2, 4, 6, 1, 2, 3, 6)};
const share = {name: "share", values: Float64Array.of(1, 1, 0, 0, 0, 0, 1)};
const equal = new Float64Array(7).fill(1);

describe("measureBalance(treated, weights, columns)", () => {
  it("is a difference of means over the standard deviation of the treated", () => {
    const [balance] = measureBalance(treated, equal, [x]);
    expect(balance.smd_before).toBeCloseTo((4 - 3) / 2, 12);
    expect(balance.variance_ratio_before).toBeCloseTo(4 / (14 / 3), 12);
  });

  it("takes √p(1 − p) for a share, which has no variance ratio", () => {
    const [balance] = measureBalance(treated, equal, [share]);
    expect(balance.smd_before).toBeCloseTo((2 / 3 - 1 / 4) / Math.sqrt(2 / 9), 12);
    expect(balance.variance_ratio_before).toBeNaN();
  });

  it("keeps the treated’s spread before weighting, so that what is left out does not move it", () => {
    // After: treated 4 and 6, mean 5; comparators 1 and 6 with weights 1 and 3, mean 4.75.
    const [balance] = measureBalance(treated, Float64Array.of(0, 1, 1, 1, 0, 0, 3), [x]);
    expect(balance.smd_after).toBeCloseTo(0.25 / 2, 12);
    // Variances: 2, and (14.0625 + 3 × 1.5625) ÷ (4 − 10 ÷ 4) = 12.5.
    expect(balance.variance_ratio_after).toBeCloseTo(2 / 12.5, 12);
  });

  it("is zero where both are the same, even if nothing varies", () => {
    const [balance] = measureBalance(treated, equal, [{name: "flat", values: new Float64Array(7).fill(3)}]);
    expect(balance.smd_before).toBe(0);
  });
});
