import {describe, expect, test} from "vitest";
import {contrastVariance} from "../../src/planner/contrast-variance.ts";

const compoundSymmetry = (variance: number, shared: number) =>
  Array.from({length: 11}, (_, lag) => (lag === 0 ? variance : shared));

const autoregressive = (lasting: number, moving: number, rho: number) =>
  Array.from({length: 11}, (_, lag) => lasting + moving * rho ** lag);

/** The part of equation 8 of Burlig, Preonas & Woerman (2020) that does not depend on how many are treated: m years before, r after. */
function serialCorrelationRobust(covariance: readonly number[], m: number, r: number): number {
  const before = Array.from({length: m}, (_, i) => -2 - i);
  const after = Array.from({length: r}, (_, i) => i);
  const mean = (from: readonly number[], to: readonly number[], same: boolean) => {
    const pairs = from.flatMap((s, i) => to.flatMap((t, j) => (same && i === j ? [] : [covariance[Math.abs(s - t)]])));
    return pairs.length ? pairs.reduce((sum, value) => sum + value, 0) / pairs.length : 0;
  };
  const [sigma2, psiB, psiA, psiX] = [
    covariance[0],
    mean(before, before, true),
    mean(after, after, true),
    mean(before, after, false)
  ];
  return ((m + r) / (m * r)) * sigma2 + ((m - 1) / m) * psiB + ((r - 1) / r) * psiA - 2 * psiX;
}

describe("contrastVariance(covariance, years)", () => {
  test.each([
    [3, 3],
    [1, 4],
    [4, 5]
  ])("is the serial-correlation-robust variance with %i years before and %i after", (before, after) => {
    const covariance = autoregressive(40, 9, 0.6);
    const {same_trend} = contrastVariance(covariance, {before, after})!;
    expect(same_trend).toBeCloseTo(serialCorrelationRobust(covariance, before, after), 10);
  });

  test("is σ² (1/m + 1/r) where only what lasts is shared, and what lasts does not matter", () => {
    for (const shared of [0, 5, 500]) {
      expect(contrastVariance(compoundSymmetry(shared + 6, shared), {before: 3, after: 2})!.same_trend).toBeCloseTo(
        5,
        10
      );
    }
  });

  test("with the same past is McKenzie’s analysis of covariance: σ² (1 − ρ) … of one year before and one after it is σ² (1 − ρ²)", () => {
    const {same_past, same_trend} = contrastVariance(compoundSymmetry(10, 6), {before: 1, after: 1})!;
    expect(same_past).toBeCloseTo(10 * (1 - 0.6 ** 2), 10);
    expect(same_trend).toBeCloseTo(2 * 10 * (1 - 0.6), 10);
  });

  test("with the same past is never the larger", () => {
    for (const rho of [0, 0.3, 0.9]) {
      const {same_past, same_trend} = contrastVariance(autoregressive(3, 5, rho), {before: 3, after: 3})!;
      expect(same_past).toBeLessThanOrEqual(same_trend + 1e-12);
    }
  });

  test("is null where a lag is not known", () => {
    expect(contrastVariance([5, 4, 4, null], {before: 1, after: 1})).not.toBeNull();
    expect(contrastVariance([5, 4, 4, null], {before: 2, after: 1})).toBeNull();
    expect(contrastVariance([5, 4, 4], {before: 2, after: 1})).toBeNull();
  });
});
