import {describe, expect, test} from "vitest";
import {boundCovariances} from "../../src/planner/bound-covariances.ts";
import {contrastVariance, weighLags} from "../../src/planner/contrast-variance.ts";

const years = {before: 3, after: 3};
const full = Array.from({length: 11}, (_, lag) => 40 + 8 * 0.5 ** lag);
const variance = (covariance: readonly (number | null)[]) => contrastVariance(covariance, years)!.same_trend;

/** Every way in which unmeasured lags of GCSE results can fall, a step at a time, between the measured ones next to them. */
function everyFall(gaps: readonly {lags: number[]; from: number; to: number}[], steps: number): number[][] {
  const falls = (count: number, from: number, to: number): number[][] =>
    count === 0
      ? [[]]
      : Array.from({length: steps + 1}, (_, i) => from - ((from - to) * i) / steps).flatMap((value) =>
          falls(count - 1, value, to).map((rest) => [value, ...rest])
        );
  return gaps.reduce<number[][]>(
    (sofar, {lags, from, to}) =>
      sofar.flatMap((one) => falls(lags.length, from, to).map((values) => [...one, ...values])),
    [[]]
  );
}

describe("weighLags(years)", () => {
  test("gives the variance of the same trend as a weighted sum of covariances", () => {
    for (const {before, after} of [years, {before: 1, after: 1}, {before: 4, after: 5}, {before: 2, after: 5}]) {
      const weights = weighLags({before, after});
      expect(weights).toHaveLength(before + after + 1);
      expect(weights.reduce((sum, weight, lag) => sum + weight * full[lag], 0)).toBeCloseTo(
        contrastVariance(full, {before, after})!.same_trend,
        10
      );
    }
  });
});

describe("boundCovariances(covariance, years)", () => {
  test("changes nothing where every lag is measured", () => {
    const {kindest, harshest, unmeasured} = boundCovariances(full, years)!;
    expect(unmeasured).toEqual([]);
    expect(kindest).toEqual(full.slice(0, 7));
    expect(harshest).toEqual(kindest);
  });

  test("finds both ends of all that falls between the lags measured", () => {
    const [measured, gaps] = [
      [60, null, 50, 42, null, 30],
      [
        {lags: [1], from: 60, to: 50},
        {lags: [4], from: 42, to: 30},
        {lags: [6], from: 30, to: 0}
      ]
    ];
    const {kindest, harshest, unmeasured} = boundCovariances(measured, years)!;
    expect(unmeasured).toEqual([1, 4, 6]);
    const all = everyFall(gaps, 8).map(([one, four, six]) => variance([60, one, 50, 42, four, 30, six]));
    expect(variance(kindest)).toBeCloseTo(Math.min(...all), 10);
    expect(variance(harshest)).toBeCloseTo(Math.max(...all), 10);
  });

  test("lets a run of unmeasured lags fall at one place, and rise nowhere", () => {
    const measured = [60, 45];
    const {kindest, harshest, unmeasured} = boundCovariances(measured, years)!;
    expect(unmeasured).toEqual([2, 3, 4, 5, 6]);
    for (const covariance of [kindest, harshest] as number[][])
      expect(covariance).toEqual([...covariance].sort((a, b) => b - a));
    const all = everyFall([{lags: unmeasured, from: 45, to: 0}], 4).map((rest) => variance([60, 45, ...rest]));
    expect(variance(kindest)).toBeCloseTo(Math.min(...all), 10);
    expect(variance(harshest)).toBeCloseTo(Math.max(...all), 10);
  });

  test("holds what is true, whichever lags are hidden", () => {
    for (let hidden = 0; hidden < 2 ** 6; hidden++) {
      const measured = full.map((value, lag) => (lag > 0 && (hidden >> (lag - 1)) & 1 ? null : value));
      const {kindest, harshest} = boundCovariances(measured, years)!;
      const [low, high] = [contrastVariance(kindest, years)?.same_trend ?? 0, variance(harshest)];
      expect(low).toBeLessThanOrEqual(variance(full) + 1e-9);
      expect(high).toBeGreaterThanOrEqual(variance(full) - 1e-9);
    }
  });

  test("takes measured lags that rise as the ends in either order, and knows nothing without a variance", () => {
    const {kindest, harshest} = boundCovariances([60, 30, null, 40, 40, 40, 40], years)!;
    expect([kindest[2], harshest[2]].sort()).toEqual([30, 40]);
    expect(boundCovariances([null, 3], years)).toBeNull();
  });
});
