import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {goodmanBacon} from "../../../src/library/estimators/goodman-bacon.ts";
import {twoWayFixedEffects} from "../../../src/library/estimators/two-way-fixed-effects.ts";
import {randomPanel} from "../../support/random-panel.ts";

describe("goodmanBacon(panel)", () => {
  it("gives weights that sum to 1 and a mean that is the two-way estimate, always-treated units or not", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.boolean(), (seed, always) => {
        const panel = randomPanel({seed, units: 25});
        const cohort = always ? panel.cohort.map((g, u) => (u === 5 || u === 6 ? 2011 : g)) : panel.cohort;
        const parts = goodmanBacon({...panel, cohort});
        const [whole] = twoWayFixedEffects({...panel, cohort}, {aggregate: "simple", anticipation: 0}).effects;
        expect(parts.reduce((sum, {weight}) => sum + weight, 0)).toBeCloseTo(1, 12);
        const mean = parts.reduce((sum, {weight, estimate}) => sum + weight * estimate, 0);
        expect(mean).toBeCloseTo(whole.estimate, 9);
      }),
      {numRuns: 30}
    );
  });

  it("has two comparisons for each pair of cohorts and one for each with never-treated units", () => {
    const panel = randomPanel({units: 60});
    const kinds = goodmanBacon(panel).map(({kind}) => kind);
    const count = (kind: string) => kinds.filter((k) => k === kind).length;
    expect([count("earlier_v_later"), count("later_v_earlier"), count("treated_v_never_treated")]).toEqual([6, 6, 4]);
  });

  it("takes a cohort after the last year for never treated", () => {
    const panel = randomPanel({units: 20});
    const after = {...panel, cohort: panel.cohort.map((g) => (g === Infinity ? 2030 : g))};
    expect(goodmanBacon(after)).toEqual(goodmanBacon(panel));
  });

  it("refuses a panel that is not balanced, and weights", () => {
    expect(() => goodmanBacon(randomPanel({missing: 0.3}))).toThrow("only a balanced panel can be taken apart");
    expect(() => goodmanBacon(randomPanel({weighted: true}))).toThrow("weights or covariates");
  });
});
