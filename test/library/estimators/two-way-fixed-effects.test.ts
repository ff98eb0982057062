import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {twoWayFixedEffects} from "../../../src/library/estimators/two-way-fixed-effects.ts";
import {clusteredError} from "../../support/clustered-error.ts";
import {denseFit, denseVariance, dummyDesign} from "../../support/dense-regression.ts";
import {
  ignoresOrder,
  ignoresUnits,
  ignoresWeightUnit,
  ignoresYears,
  scalesWithOutcome
} from "../../support/invariances.ts";
import {randomPanel} from "../../support/random-panel.ts";

const dynamic = {aggregate: "dynamic", anticipation: 0} as const;
const simple = {aggregate: "simple", anticipation: 0} as const;

describe("twoWayFixedEffects(panel, options)", () => {
  it("agrees with a regression on dummies and one column of treatment", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.boolean(), (seed, weighted) => {
        const panel = randomPanel({seed, units: 12, missing: 0.2, weighted, clusterSize: 2});
        const treated = Float64Array.from(panel.unit, (u, row) => (panel.period[row] >= panel.cohort[u] ? 1 : 0));
        const design = dummyDesign(panel, [treated]);
        const dense = denseFit(design, panel.outcome, panel.weights);
        const combination = design[0].map((_, j, {length}) => (j === length - 1 ? 1 : 0));
        const group = Int32Array.from(panel.unit, (u) => panel.cluster[u]);
        const [effect] = twoWayFixedEffects(panel, simple).effects;
        const rows = panel.unit.length;
        const variance = denseVariance(dense, combination, group, 6) * (6 / 5) * ((rows - 1) / (rows - 7));
        expect(effect.estimate).toBeCloseTo(dense.coefficients.at(-1)!, 9);
        expect(clusteredError(panel, effect)).toBeCloseTo(Math.sqrt(variance), 9);
      }),
      {numRuns: 20}
    );
  });

  it("counts event times from the last before treatment", () => {
    const panel = randomPanel({units: 40});
    const terms = twoWayFixedEffects(panel, dynamic).effects.map(({term}) => term);
    expect(terms).toEqual(["overall", -5, -4, -3, -2, 0, 1, 2, 3]);
  });

  it("counts event times from before the years in which treatment may already act", () => {
    const panel = randomPanel({units: 40});
    const terms = twoWayFixedEffects(panel, {...dynamic, anticipation: 1}).effects.map(({term}) => term);
    expect(terms).toEqual(["overall", -5, -4, -3, -1, 0, 1, 2, 3]);
  });

  it("counts treated and never-treated units behind each effect", () => {
    const panel = randomPanel({units: 40});
    const [overall, ...rest] = twoWayFixedEffects(panel, dynamic).effects;
    const treated = panel.cohort.filter((g) => g < Infinity).length;
    expect([overall.units, overall.comparators]).toEqual([treated, 40 - treated]);
    const first = panel.cohort.filter((g) => g === 2013).length;
    expect(rest.at(-1)!.units).toBe(first);
  });

  it("leaves out a covariate that is constant in time and says so", () => {
    const panel = randomPanel();
    const constant = {name: "size", values: Float64Array.from(panel.unit, (u) => u * u)};
    const {covariates, messages} = twoWayFixedEffects({...panel, covariates: [constant]}, simple);
    expect(covariates).toEqual([]);
    expect(messages.join()).toContain("size says nothing that the effects of units and years do not");
  });

  it("refuses treatment that all units have from the same year on", () => {
    const panel = randomPanel();
    const all = {...panel, cohort: panel.cohort.map(() => 2014)};
    expect(() => twoWayFixedEffects(all, simple)).toThrow("treatment cannot be distinguished from the effects");
  });

  const effects = (panel: Parameters<typeof twoWayFixedEffects>[0]) => twoWayFixedEffects(panel, dynamic).effects;
  it("does not move with an effect of each year", () => ignoresYears(effects));
  it("does not move with an effect of each unit", () => ignoresUnits(effects));
  it("does not move with the order of units", () => ignoresOrder(effects));
  it("does not move with the unit of weights", () => ignoresWeightUnit(effects));
  it("scales with the outcome", () => scalesWithOutcome(effects));
});
