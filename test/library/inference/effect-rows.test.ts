import {describe, expect, it} from "vitest";
import {callawaySantanna} from "../../../src/library/estimators/callaway-santanna/callaway-santanna.ts";
import {effectRows} from "../../../src/library/inference/effect-rows.ts";
import {preTrendMessage, sizeMessage} from "../../../src/library/inference/estimate-messages.ts";
import {computeInterval, treatedClusters} from "../../../src/library/inference/effect-interval.ts";
import {clusteredError} from "../../support/clustered-error.ts";
import {randomPanel} from "../../support/random-panel.ts";

const options = {
  aggregate: "dynamic",
  comparators: "never_treated",
  base: "universal",
  method: "dr",
  anticipation: 0
} as const;
const panel = randomPanel({units: 40});
const result = callawaySantanna.estimate(panel, options);

describe("computeInterval(effect, panel)", () => {
  /** One unit a cluster, treated first, their influences alternating about zero. */
  const made = (treated: number, others: number, size: {treated: number; others: number}) => {
    const units = treated + others;
    const isTreated = (u: number) => u < treated;
    return {
      effect: {
        estimate: 3,
        influence: Float64Array.from(
          {length: units},
          (_, u) => (u % 2 ? -1 : 1) * (isTreated(u) ? size.treated : size.others)
        )
      },
      panel: {
        cohort: Float64Array.from({length: units}, (_, u) => (isTreated(u) ? 2013 + (u % 2) : Infinity)),
        cluster: Int32Array.from({length: units}, (_, u) => u),
        clusters: units
      }
    };
  };

  it("rests on treated clusters less cohorts where they bring all the variance: 10 in 2 reach t(8) · √(10 ÷ 9)", () => {
    const {effect, panel: of} = made(10, 100, {treated: 1, others: 0});
    const {se, critical, low} = computeInterval(effect, of);
    expect(se).toBeCloseTo(Math.sqrt(10), 12);
    // t(0.975, 8) from printed tables.
    expect(critical).toBeCloseTo(2.306 * Math.sqrt(10 / 9), 3);
    expect(low).toBeCloseTo(3 - critical * se, 12);
  });

  it("rests on comparators less one where they do: 5 reach t(4) · √(5 ÷ 4)", () => {
    const {effect, panel: of} = made(50, 5, {treated: 0, others: 1});
    expect(computeInterval(effect, of).critical).toBeCloseTo(2.776 * Math.sqrt(5 / 4), 3);
  });

  it("does not count clusters that only rounding moves, whose number depends on the order of rows", () => {
    const {effect, panel: of} = made(10, 100, {treated: 1, others: 0});
    const rounded = effect.influence.map((move, u) => (u < 8 || u === 40 ? move : 3e-17 * (u % 3)));
    const exact = effect.influence.map((move, u) => (u < 8 ? move : 0));
    expect(computeInterval({...effect, influence: rounded}, of).critical).toBe(
      computeInterval({...effect, influence: exact}, of).critical
    );
  });

  it("has Welch’s degrees of freedom where both do, and the normal’s reach where both are many", () => {
    const {effect, panel: of} = made(6, 5, {treated: 1, others: 1});
    // Variances 6 · 6/5 = 7.2 and 5 · 5/4 = 6.25, on 4 and 4 degrees: 13.45² ÷ (51.84/4 + 39.06/4) = 7.96. From tables t(7), t(8).
    const {critical} = computeInterval(effect, of);
    expect(critical).toBeGreaterThan(2.306 * Math.sqrt(13.45 / 11));
    expect(critical).toBeLessThan(2.365 * Math.sqrt(13.45 / 11));
    const many = made(4000, 4000, {treated: 1, others: 1});
    expect(computeInterval(many.effect, many.panel).critical).toBeCloseTo(1.96, 2);
  });

  it("counts clusters with treated units as treated", () => {
    const pairs = randomPanel({units: 40, clusterSize: 2});
    const treated = [...pairs.cohort.keys()].filter((u) => pairs.cohort[u] < Infinity).map((u) => pairs.cluster[u]);
    expect([...treatedClusters(pairs).keys()].filter((c) => treatedClusters(pairs)[c])).toEqual([...new Set(treated)]);
  });
});

describe("effectRows(panel, result, bootstrap)", () => {
  it("has the clustered standard error and an interval about the estimate", () => {
    const [overall] = effectRows(panel, result, null);
    expect(overall.se).toBeCloseTo(clusteredError(panel, result.effects[0]), 12);
    expect((overall.low + overall.high) / 2).toBeCloseTo(overall.estimate, 12);
    expect("band_low" in overall).toBe(false);
  });

  it("claims nothing in the base year, where the effect is zero by construction", () => {
    const base = effectRows(panel, result, null).find(({term}) => term === -1)!;
    expect(base).toMatchObject({estimate: 0, se: NaN, low: NaN, high: NaN});
  });

  it("has bands that hold the intervals", () => {
    for (const {low, high, band_low, band_high} of effectRows(panel, result, {draws: 199, seed: 1})) {
      if (Number.isNaN(low)) continue;
      expect(band_low!).toBeLessThanOrEqual(low + 1e-12);
      expect(band_high!).toBeGreaterThanOrEqual(high - 1e-12);
    }
  });

  it("claims no interval with four treated clusters", () => {
    const few = {...panel, cohort: panel.cohort.map((_, u) => (u < 4 ? 2014 : Infinity))};
    const [overall] = effectRows(few, callawaySantanna.estimate(few, options), null);
    expect(overall).toMatchObject({low: NaN, high: NaN});
    expect(overall.se).toBeGreaterThan(0);
    expect(sizeMessage(few)).toContain("no intervals are claimed with 4 treated clusters");
  });
});

describe("messages about an estimate", () => {
  it("tell the joint test before treatment, and that it proves nothing", () => {
    expect(preTrendMessage(panel, result, options)).toMatch(
      /^joint test of \d effects before treatment: W = .*does not show/
    );
    expect(preTrendMessage(panel, result, {...options, aggregate: "cohort"})).toBeNull();
  });

  it("test the years before a base window’s last, not the year of selection", () => {
    const base = [-3, -2] as const;
    const windowed = callawaySantanna.estimate(panel, {...options, base});
    const terms = windowed.effects.filter(({term}) => Number(term) < -2);
    expect(windowed.effects.filter(({term}) => Number(term) < 0).length).toBe(terms.length + 2);
    expect(preTrendMessage(panel, windowed, {...options, base})).toContain(`joint test of ${terms.length} effects`);
  });

  it("tell of few treated units, and nothing of many", () => {
    expect(sizeMessage(panel)).toContain("see --randomise");
    expect(sizeMessage(randomPanel({units: 400, never: 0.3}))).toBeNull();
  });
});
