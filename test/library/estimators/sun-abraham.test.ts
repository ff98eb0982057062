import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {withRows} from "../../../src/library/panel/panel-rows.ts";
import {sunAbraham} from "../../../src/library/estimators/sun-abraham.ts";
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

const options = {aggregate: "simple", anticipation: 0, reference: "last_before"} as const;

/** By its definition: a dummy for each cohort and year but the one before treatment, and the mean of those after by rows. */
function slow(panel: LongPanel): {estimate: number; variance: number; regressors: number} {
  const {unit, period, cohort, weights} = panel;
  const keys = new Map<string, {g: number; t: number}>();
  unit.forEach((u, row) => {
    const [g, t] = [cohort[u], period[row]];
    if (g < Infinity && t !== g - 1) keys.set(`${g} ${t}`, {g, t});
  });
  const cells = [...keys.values()];
  const columns = cells.map(({g, t}) => Array.from(unit, (u, row) => (cohort[u] === g && period[row] === t ? 1 : 0)));
  const design = dummyDesign(panel, columns);
  const fit = denseFit(design, panel.outcome, weights);
  const before = design[0].length - cells.length;
  const counts = cells.map(({g, t}, c) =>
    t >= g ? columns[c].reduce<number>((sum, one, row) => sum + one * (weights ? weights[row] : 1), 0) : 0
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const combination = [...new Array<number>(before).fill(0), ...counts.map((count) => count / total)];
  return {
    estimate: combination.reduce((sum, share, j) => sum + share * fit.coefficients[j], 0),
    variance: denseVariance(fit, combination, unit, panel.ids.length),
    regressors: cells.length
  };
}

describe("sunAbraham(panel, options)", () => {
  it("agrees with the full regression and the mean of its coefficients", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.boolean(), (seed, weighted) => {
        // A unit a cohort at least needs its base year: all rows present.
        const panel = randomPanel({seed, units: 14, periods: 5, weighted});
        const [effect] = sunAbraham(panel, options).effects;
        const {estimate, variance, regressors} = slow(panel);
        const rows = panel.unit.length;
        const correction = (14 / 13) * ((rows - 1) / (rows - regressors - 5));
        expect(effect.estimate).toBeCloseTo(estimate, 9);
        expect(clusteredError(panel, effect)).toBeCloseTo(Math.sqrt(correction * variance), 9);
      }),
      {numRuns: 20}
    );
  });

  it("counts a cohort after a gap from the last year there is", () => {
    const panel = randomPanel({units: 40, periods: 7});
    const gap = withRows(panel, (row) => panel.period[row] !== 2014);
    const {cells} = sunAbraham(gap, {...options, aggregate: "att_gt"});
    const times = cells!.filter(({cohort}) => cohort === 2015).map(({time}) => time);
    expect(times).toEqual([2011, 2012, 2015, 2016, 2017]);
  });

  it("counts it from its last year, and says so, where the year before is asked for as the reference software does", () => {
    const panel = randomPanel({units: 40, periods: 7});
    const gap = withRows(panel, (row) => panel.period[row] !== 2014);
    const {cells, messages} = sunAbraham(gap, {...options, aggregate: "att_gt", reference: "year_before"});
    const times = cells!.filter(({cohort}) => cohort === 2015).map(({time}) => time);
    expect(times).toEqual([2011, 2012, 2013, 2015, 2016]);
    expect(messages.join()).toContain("the cohort of 2015 in 2017 cannot be distinguished");
  });

  it("compares with the last cohort where nobody is never treated, and stops when it is treated", () => {
    const panel = randomPanel({units: 40});
    const cohort = panel.cohort.map((g) => Math.min(g, 2016));
    const {cells, messages} = sunAbraham({...panel, cohort}, {...options, aggregate: "att_gt"});
    expect(Math.max(...cells!.map(({time}) => time))).toBe(2015);
    expect(cells!.some(({cohort}) => cohort === 2016)).toBe(false);
    expect(messages.join()).toContain("the cohort of 2016, the last, is compared with");
  });

  it("leaves out units treated from the first year on, and says so", () => {
    const panel = randomPanel({units: 40});
    const early = {...panel, cohort: panel.cohort.map((g, u) => (u === 3 ? 2011 : g))};
    const without = withRows({...panel, cohort: early.cohort}, (row) => panel.unit[row] !== 3);
    const {effects, messages} = sunAbraham(early, options);
    expect(effects[0].estimate).toBeCloseTo(sunAbraham(without, options).effects[0].estimate, 12);
    expect(messages.join()).toContain("left out 1 units without a year before treatment");
  });

  it("does not treat a cohort that starts after the last year as treated", () => {
    const panel = randomPanel({units: 40});
    const after = {...panel, cohort: panel.cohort.map((g) => (g === Infinity ? 2017 : g))};
    const [effect] = sunAbraham({...after, cohort: after.cohort.with(39, Infinity)}, options).effects;
    expect(Number.isFinite(effect.estimate)).toBe(true);
    expect(effect.units).toBe(panel.cohort.filter((g) => g < Infinity).length);
  });

  it("refuses a panel in which every unit starts at once", () => {
    const panel = randomPanel();
    expect(() => sunAbraham({...panel, cohort: panel.cohort.map(() => 2014)}, options)).toThrow("no cohort is left");
  });

  const effects = (panel: LongPanel) => sunAbraham(panel, {...options, aggregate: "dynamic"}).effects;
  it("does not move with an effect of each year", () => ignoresYears(effects));
  it("does not move with an effect of each unit", () => ignoresUnits(effects));
  it("does not move with the order of units", () => ignoresOrder(effects));
  it("does not move with the unit of weights", () => ignoresWeightUnit(effects));
  it("scales with the outcome", () => scalesWithOutcome(effects));
});
