import {describe, expect, test} from "vitest";
import {detectableByClusters, detectableInPanel} from "../../src/library/inference/index.ts";
import {contrastVariance} from "../../src/planner/contrast-variance.ts";
import {
  computePower,
  countNeeded,
  explainUnseen,
  seeHelpers,
  seeSupported,
  type Programme
} from "../../src/planner/programme.ts";

const spread = {covariance: Array.from({length: 11}, (_, lag) => 40 + 8 * 0.5 ** lag), authority_share: 0.1};
const forty: Programme = {schools: 40, helpers: 40, comparators: 400, before: 3, after: 3};

describe("seeSupported(programme, spread)", () => {
  test("has the standard error of the library’s formula for a panel, for pairs and for groups", () => {
    const variance = contrastVariance(spread.covariance, forty)!.same_trend;
    const draws = Float64Array.from({length: 600}, (_, i) => Math.sqrt((variance * 599) / 600) * (i % 2 ? 1 : -1));
    for (const helpers of [40, 10]) {
      const panel = detectableInPanel(new Map([[2015, draws]]), {
        ...{units: 40, clusters: helpers, comparators: 400, intraclass: 0.1, power: 0.8, alpha: 0.05}
      });
      expect(seeSupported({...forty, helpers}, spread)!.se.same_trend).toBeCloseTo(panel.se, 10);
    }
  });

  test("has the standard error of whole clusters assigned, where groups are compared with groups as large", () => {
    // Dong & Maynard (2013) in units of the standard deviation: ρ between, 1 − ρ within, half of 40 clusters treated.
    const plain = {covariance: [1, 0, 0, 0, 0], authority_share: 0.2};
    const {se} = seeSupported({schools: 100, helpers: 20, comparators: 100, before: 1, after: 1}, plain)!;
    const treated = 2 * ((1 + 4 * 0.2) / 100);
    expect(se.same_trend ** 2).toBeCloseTo(treated + 2 / 100, 12);
    const clusters = detectableByClusters(
      {
        clusters: 40,
        units: 5,
        treated: 0.5,
        intraclass: 0.2,
        explainedWithin: 0,
        explainedBetween: 0,
        clusterCovariates: 0
      },
      {power: 0.8, alpha: 0.05}
    );
    expect(treated).toBeCloseTo(clusters.se ** 2, 12);
  });

  test("claims nothing below five clusters, nor where not even the variance is known", () => {
    expect(seeSupported({...forty, schools: 4, helpers: 4}, spread)).toBeNull();
    expect(seeSupported({...forty, helpers: 4}, spread)).toBeNull();
    expect(seeSupported(forty, {...spread, covariance: []})).toBeNull();
  });

  test("falls with schools and with years, and rises as schools of a group are more alike", () => {
    const effect = (programme: Programme, of = spread) => seeSupported(programme, of)!.effect;
    expect(effect({...forty, schools: 80, helpers: 80})).toBeLessThan(effect(forty));
    expect(effect({...forty, after: 5})).toBeLessThan(effect({...forty, after: 1}));
    expect(effect({...forty, helpers: 10}, {...spread, authority_share: 0.3})).toBeGreaterThan(
      effect({...forty, helpers: 10})
    );
    expect(effect(forty, {...spread, authority_share: 0.9})).toBeCloseTo(effect(forty), 12);
  });

  test("is the most it can be where lags are not measured, with the least beside it", () => {
    const known = seeSupported(forty, spread)!;
    expect(known).toMatchObject({unmeasured: [], least: known.effect});
    const some = seeSupported(forty, {...spread, covariance: spread.covariance.map((c, lag) => (lag % 2 ? null : c))})!;
    expect(some.unmeasured).toEqual([1, 3, 5]);
    expect(some.least).toBeLessThan(known.effect);
    expect(some.effect).toBeGreaterThan(known.effect);
    const none = seeSupported(forty, {...spread, covariance: spread.covariance.slice(0, 1)})!;
    expect(none.least).toBeNull();
    expect(none.effect).toBeGreaterThan(some.effect);
  });

  test("plans pairs without the share of authorities, groups not", () => {
    const unshared = {...spread, authority_share: null};
    expect(seeSupported(forty, unshared)!.effect).toBe(seeSupported(forty, spread)!.effect);
    expect(seeSupported({...forty, helpers: 10}, unshared)).toBeNull();
    expect(explainUnseen({...forty, helpers: 10}, unshared)).toBe("authority");
    expect(explainUnseen(forty, unshared)).toBeNull();
  });

  test("scales with the unit of the outcome", () => {
    const tenfold = {...spread, covariance: spread.covariance.map((value) => 100 * value)};
    expect(seeSupported(forty, tenfold)!.effect).toBeCloseTo(10 * seeSupported(forty, spread)!.effect, 10);
  });
});

describe("seeHelpers(programme, spread)", () => {
  test("counts each helper alone", () => {
    expect(seeHelpers(forty, spread)!.effect).toBeCloseTo(seeSupported(forty, spread)!.effect, 12);
    expect(seeHelpers({...forty, helpers: 10}, spread)!.effect).toBeGreaterThan(seeHelpers(forty, spread)!.effect);
  });
});

describe("computePower(sight, size)", () => {
  test("is four in five at the smallest effect, and the level of the test at none", () => {
    const sight = seeSupported(forty, spread)!;
    expect(computePower(sight, sight.effect)).toBeCloseTo(0.8, 3);
    expect(computePower(sight, -sight.effect)).toBeCloseTo(0.8, 3);
    expect(computePower(sight, 0)).toBeCloseTo(0.05, 10);
  });
});

describe("countNeeded(programme, spread, size)", () => {
  test("is the first size that sees it", () => {
    const size = seeSupported(forty, spread)!.effect;
    expect(countNeeded(forty, spread, size)).toBe(40);
    const needed = countNeeded(forty, spread, size / 1.3)!;
    const effect = (schools: number) => seeSupported({...forty, schools, helpers: schools}, spread)!.effect;
    expect(effect(needed)).toBeLessThanOrEqual(size / 1.3);
    expect(effect(needed - 1)).toBeGreaterThan(size / 1.3);
  });

  test("is null where the schools compared with are too few for any number to suffice", () => {
    expect(countNeeded({...forty, comparators: 5}, spread, 0.1)).toBeNull();
  });
});
