import {describe, expect, it} from "vitest";
import {design} from "../../../../src/design.ts";
import {callawaySantanna} from "../../../../src/library/estimators/callaway-santanna/callaway-santanna.ts";
import {pairRegression} from "../../../../src/library/estimators/callaway-santanna/pair-regression.ts";
import type {LongPanel} from "../../../../src/library/panel/long-panel.ts";
import type {PanelOptions} from "../../../../src/library/panel/panel-estimator.ts";
import {withRows} from "../../../../src/library/panel/panel-rows.ts";
import {effectRows} from "../../../../src/library/inference/effect-rows.ts";
import {standardisedDesign} from "../../../../src/library/statistics/standardised-design.ts";
import {
  ignoresOrder,
  ignoresUnits,
  ignoresWeightUnit,
  ignoresYears,
  scalesWithOutcome
} from "../../../support/invariances.ts";
import {randomPanel} from "../../../support/random-panel.ts";
import {slowExcesses, slowMean} from "../../../support/slow-pool-effects.ts";

const window: PanelOptions = {
  aggregate: "group",
  comparators: "not_yet_treated",
  base: [-3, -2],
  method: "reg",
  windows: design.periods,
  anticipation: 0,
  after: [0, 4]
};
const estimate = (panel: LongPanel, options: Partial<PanelOptions> = {}) =>
  callawaySantanna.estimate(panel, {...window, ...options});

/** Rows, outcomes in the base and covariates missing here and there; a third of the treated are not asked for. */
const holed = (seed: number): LongPanel => {
  const panel = randomPanel({units: 90, periods: 8, covariates: 2, missing: 0.15, clusterSize: 3, seed});
  const covariates = panel.covariates.map(({name, values}, k) => ({
    name,
    values: values.map((value, row) => ((7 * row + k) % 11 === 0 ? NaN : value))
  }));
  return {...panel, covariates, studied: Uint8Array.from(panel.ids, (_, u) => (u % 3 === 1 ? 0 : 1))};
};

describe("callaway_santanna by reg from a base window", () => {
  it.each([
    {seed: 1, squares: false, laggedOutcome: false},
    {seed: 2, squares: true, laggedOutcome: false},
    {seed: 3, squares: false, laggedOutcome: true},
    {seed: 4, squares: true, laggedOutcome: true}
  ])("is the definition in plain loops, estimates, influences and counts: %j", ({seed, ...set}) => {
    const panel = holed(seed);
    const {effects, messages} = estimate(panel, set);
    expect(messages.filter((text) => text.includes("fewer than three"))).toEqual([]);
    const excesses = slowExcesses(panel, {base: [-3, -2], notYet: true, ...set});
    for (const {term, estimate: value, influence, units: schools} of effects) {
      const slow = slowMean(excesses, (e) => (term === "overall" ? e >= 0 && e <= 4 : e === term));
      expect(Math.abs(value - slow.estimate), String(term)).toBeLessThan(1e-10);
      expect(schools, String(term)).toBe(slow.schools);
      slow.influence.forEach((own, u) =>
        expect(Math.abs((influence?.[u] ?? NaN) - own), `${term} ${u}`).toBeLessThan(1e-10)
      );
    }
    expect(effects.slice(1).map(({term}) => term)).toEqual(
      [...new Set(excesses.map(({event}) => event))].sort((a, b) => a - b)
    );
  });

  it("is reg_did_panel of one cohort and year where the base is one year and none else is treated", () => {
    const made = randomPanel({units: 80, covariates: 2, seed: 6});
    const panel = {...made, cohort: made.cohort.map((g) => (g === Infinity ? g : 2014))};
    const {cells} = estimate(panel, {aggregate: "att_gt", base: [-1, -1], comparators: "never_treated"});
    for (const time of [2014, 2015, 2016]) {
      const row = (u: number, t: number) => panel.unit.findIndex((v, k) => v === u && panel.period[k] === t);
      const units = [...panel.ids.keys()];
      const covariates = panel.covariates.map(({name, values}) => ({
        name,
        values: Float64Array.from(units, (u) => values[row(u, 2013)])
      }));
      const pair = pairRegression({
        treated: Uint8Array.from(units, (u) => (panel.cohort[u] === 2014 ? 1 : 0)),
        change: Float64Array.from(units, (u) => panel.outcome[row(u, time)] - panel.outcome[row(u, 2013)]),
        weights: new Float64Array(units.length).fill(1),
        design: standardisedDesign(units.length, covariates).design
      });
      if (pair.reason !== undefined) throw new Error(pair.reason);
      const cell = cells?.find((one) => one.time === time);
      expect(cell?.estimate).toBeCloseTo(pair.att, 12);
      pair.influence.forEach((own, u) => expect(cell?.influence?.[u]).toBeCloseTo(own, 12));
    }
  });

  it("has errors by the clusters of the treated: times √(G ÷ (G − 1)), t on G − 1", () => {
    const panel = randomPanel({units: 60, clusterSize: 3});
    const [overall] = effectRows(panel, estimate(panel), null);
    const treated = new Set(panel.cluster.filter((_, u) => panel.cohort[u] < Infinity)).size;
    expect(overall.clusters).toBeLessThanOrEqual(treated);
    const g = overall.clusters ?? NaN;
    expect(overall.se / (overall.se_plain ?? NaN)).toBeCloseTo(Math.sqrt(g / (g - 1)), 12);
    expect((overall.high + overall.low) / 2).toBeCloseTo(overall.estimate, 12);
  });

  it.each(["group", "dynamic", "phase", "cohort", "calendar", "simple"] as const)(
    "has influences by %s that are what estimates move by as a unit counts for more",
    (aggregate) => {
      const made = randomPanel({units: 50, weighted: true, covariates: 1, seed: 4});
      const byUnit = made.ids.map((_, u) => 0.5 + ((7 * u) % 5));
      const at = (unit: number, change: number) => {
        const weights = Float64Array.from(made.unit, (u) => byUnit[u] * (u === unit ? 1 + change : 1));
        return estimate({...made, weights}, {aggregate}).effects;
      };
      const step = 1e-4;
      for (const u of [0, 7, 23, 49]) {
        const [up, down] = [at(u, step), at(u, -step)];
        at(u, 0).forEach(({term, influence}, k) => {
          const slope = (up[k].estimate - down[k].estimate) / (2 * step);
          expect(slope, `${term} unit ${u}`).toBeCloseTo(influence?.[u] ?? NaN, 6);
        });
      }
    }
  );

  it("claims no interval, and no corrected error, of one treated cluster", () => {
    const made = randomPanel({units: 60});
    const panel = {...made, cluster: made.cluster.map((c, u) => (made.cohort[u] < Infinity ? 0 : c))};
    const [overall] = effectRows(panel, estimate(panel), null);
    expect(overall).toMatchObject({clusters: 1, se: NaN, low: NaN, high: NaN});
    expect(overall.se_plain).toBeGreaterThan(0);
  });

  it("puts excesses together by cohort, phase, calendar year and all alike as well", () => {
    const panel = randomPanel({units: 60, covariates: 1});
    const cells = estimate(panel, {aggregate: "att_gt"}).cells ?? [];
    const after = cells.filter(({cohort, time}) => time >= cohort && time <= cohort + 4);
    const mean = (some: typeof cells) =>
      some.reduce((sum, c) => sum + c.units * c.estimate, 0) / some.reduce((sum, c) => sum + c.units, 0);
    expect(estimate(panel, {aggregate: "simple"}).effects[0].estimate).toBeCloseTo(mean(after), 12);
    const [, ...years] = estimate(panel, {aggregate: "calendar"}).effects;
    for (const {term, estimate: value} of years) {
      expect(value).toBeCloseTo(mean(after.filter(({time}) => time === term)), 12);
    }
    const [overall, ...cohorts] = estimate(panel, {aggregate: "cohort"}).effects;
    expect(overall).toEqual(estimate(panel).effects[0]);
    for (const {term, estimate: value} of cohorts) {
      const own = after.filter(({cohort}) => cohort === term);
      expect(value).toBeCloseTo(
        own.reduce((sum, c) => sum + c.estimate / own.length, 0),
        12
      );
    }
    expect(estimate(panel, {aggregate: "phase"}).effects.map(({term}) => term)).toEqual([
      "overall",
      "early",
      "development"
    ]);
  });
});

describe("invariances of reg from a base window", () => {
  const sets = [{}, {squares: true}, {laggedOutcome: true}] as const;
  const full = (panel: LongPanel) => panel.unit.length === panel.ids.length * new Set(panel.period).size;

  it("a good or a bad year for everyone changes nothing where no year is missing", () => {
    for (const set of sets) ignoresYears((panel) => (full(panel) ? estimate(panel, set).effects : []));
  });
  it("an effect of each unit changes nothing without the outcome’s own past", () =>
    ignoresUnits((panel) => estimate({...panel, covariates: []}).effects));
  it("estimates and errors scale with the outcome", () => {
    for (const set of sets) scalesWithOutcome((panel) => estimate({...panel, covariates: []}, set).effects);
  });
  it("units may stand in any order", () => {
    for (const set of sets) ignoresOrder((panel) => estimate({...panel, covariates: []}, set).effects);
  });
  it("the unit of weights does not matter", () =>
    ignoresWeightUnit((panel) => estimate({...panel, covariates: []}).effects));
});

describe("traps of reg from a base window", () => {
  it("units first treated just after the last year are compared with all along", () => {
    const made = randomPanel({units: 60});
    const late = {...made, cohort: made.cohort.map((g, u) => (g === Infinity && u % 2 ? 2017 : g))};
    const read = {...late, cohort: late.cohort.map((g) => (g > 2016 ? Infinity : g))};
    expect(estimate(late).effects).toEqual(estimate(read).effects);
  });

  it("whoever is treated by then, or together, is not compared with: not before treatment either", () => {
    const panel = randomPanel({units: 60});
    for (const {cohort, time, comparators} of estimate(panel, {aggregate: "att_gt"}).cells ?? []) {
      expect(comparators).toBe(panel.cohort.filter((g) => g > Math.max(cohort, time)).length);
    }
  });

  it("a covariate that repeats another is left out with a message, and changes nothing", () => {
    const panel = randomPanel({units: 60, covariates: 1});
    const again = {name: "again", values: panel.covariates[0].values.map((x) => 3 - 2 * x)};
    const {effects, messages} = estimate({...panel, covariates: [...panel.covariates, again]});
    effects.forEach(({estimate: value}, i) => expect(value).toBeCloseTo(estimate(panel).effects[i].estimate, 11));
    expect(messages.join()).toContain("again is left out, because it is constant or made up of the others");
  });

  it("years without comparators are left out with the reason, not a crash", () => {
    const made = randomPanel({units: 60});
    const panel = {...made, cohort: made.cohort.map((g, u) => (g === Infinity ? 2014 + (u % 3) : g))};
    const {effects, messages} = estimate(panel);
    expect(messages.join()).toMatch(
      /not estimated, because fewer than 3 units are left to compare with: cohort 2013 in 2016/
    );
    expect(effects.every(({estimate: value}) => Number.isFinite(value))).toBe(true);
    const all = {...made, cohort: made.cohort.map(() => 2014)};
    expect(() => estimate(all)).toThrow("no effect can be estimated: fewer than 3 units are left to compare with");
  });

  it("treated units without a base or a covariate are left out and counted, and so are others", () => {
    const made = randomPanel({units: 60, covariates: 1, missing: 0});
    const treated = [...made.ids.keys()].filter((u) => made.cohort[u] === 2015);
    const never = [...made.ids.keys()].filter((u) => made.cohort[u] === Infinity);
    const values = made.covariates[0].values.map((x, row) =>
      [treated[0], never[0]].includes(made.unit[row]) ? NaN : x
    );
    const lacking = {...made, covariates: [{name: "x", values}]};
    const panel = withRows(lacking, (row) => made.unit[row] !== treated[1] || made.period[row] >= 2014);
    const {messages, cells} = estimate(panel, {aggregate: "att_gt"});
    expect(messages).toContain("left out 2 treated units: 1 without x in the base, 1 without an outcome in the base");
    expect(messages.join()).toContain("for want of a covariate in their base: 2 units");
    expect(cells?.find(({cohort, time}) => cohort === 2015 && time === 2016)?.units).toBe(treated.length - 2);
  });

  it("with few units to compare with, squares go first and the last named, and the message says which", () => {
    const made = randomPanel({units: 40, covariates: 2});
    const ten = {...made, cohort: made.cohort.map((g, u) => (u < 10 ? Infinity : Math.min(g, 2014)))};
    const {messages} = estimate(ten, {squares: true, comparators: "never_treated"});
    const said = messages.filter((text) => text.includes("fewer than three units"));
    expect(said).toEqual([
      expect.stringMatching(/^x2² is left out, because .*: everywhere$/),
      expect.stringMatching(/^x1² is left out, because .*: everywhere$/)
    ]);
  });
});
