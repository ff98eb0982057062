import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {design} from "../../../../src/design.ts";
import {callawaySantanna} from "../../../../src/library/estimators/callaway-santanna/callaway-santanna.ts";
import type {LongPanel} from "../../../../src/library/panel/long-panel.ts";
import type {PanelOptions} from "../../../../src/library/panel/panel-estimator.ts";
import {clusteredError} from "../../../support/clustered-error.ts";
import {
  ignoresOrder,
  ignoresUnits,
  ignoresWeightUnit,
  ignoresYears,
  scalesWithOutcome
} from "../../../support/invariances.ts";
import {randomPanel} from "../../../support/random-panel.ts";

const plain: PanelOptions = {
  aggregate: "dynamic",
  comparators: "never_treated",
  base: "varying",
  method: "dr",
  windows: design.periods,
  anticipation: 0
};
const estimate = (panel: LongPanel, options: Partial<PanelOptions> = {}) =>
  callawaySantanna.estimate(panel, {...plain, ...options});

/** A cell from the paper’s words: mean change of the cohort less mean change of the never treated. */
function cellByHand(
  {unit, period, outcome, cohort, weights}: LongPanel,
  g: number,
  time: number,
  base: number
): number {
  const mean = (inGroup: (g: number) => boolean) => {
    let sum = 0;
    let total = 0;
    cohort.forEach((own, u) => {
      if (!inGroup(own)) return;
      const row = (t: number) => unit.findIndex((v, k) => v === u && period[k] === t);
      const [now, then] = [row(time), row(base)];
      const weight = weights ? weights[Math.min(now, then)] : 1;
      sum += weight * (outcome[now] - outcome[then]);
      total += weight;
    });
    return sum / total;
  };
  return mean((own) => own === g) - mean((own) => own === Infinity);
}

describe("effects on cohorts and years", () => {
  it.each([false, true])("are differences of mean changes where the panel is balanced (weighted: %s)", (weighted) => {
    const panel = randomPanel({weighted});
    const {cells} = estimate(panel, {aggregate: "att_gt", base: "universal"});
    expect(cells!.length).toBeGreaterThan(10);
    for (const {cohort, time, estimate: att} of cells!) {
      expect(att, `(${cohort}, ${time})`).toBeCloseTo(cellByHand(panel, cohort, time, cohort - 1), 11);
    }
  });

  it("count from the year before where they come before treatment and the base varies", () => {
    const panel = randomPanel();
    const {cells} = estimate(panel, {aggregate: "att_gt"});
    for (const {cohort, time, estimate: att} of cells!) {
      const base = time < cohort ? time - 1 : cohort - 1;
      expect(att, `(${cohort}, ${time})`).toBeCloseTo(cellByHand(panel, cohort, time, base), 11);
    }
  });

  it("are the same by all three methods without covariates", () => {
    const panel = randomPanel({missing: 0.2});
    const [dr, reg, ipw] = (["dr", "reg", "ipw"] as const).map((method) => estimate(panel, {method}).effects);
    expect(reg).toEqual(dr);
    expect(ipw).toEqual(dr);
  });

  it("count from the mean of the unit’s own years in a base window", () => {
    const panel = randomPanel({missing: 0.25, periods: 8, seed: 5});
    const {cells} = estimate(panel, {aggregate: "att_gt", base: [-3, -2]});
    const {cohort: g, time, estimate: att, units: schools, comparators} = cells!.find((c) => c.time === c.cohort)!;
    const change = (u: number): number => {
      const rows = [...panel.unit.keys()].filter((k) => panel.unit[k] === u);
      const window = rows.filter((k) => panel.period[k] >= g - 3 && panel.period[k] <= g - 2);
      const now = rows.find((k) => panel.period[k] === time);
      if (now === undefined || !window.length) return NaN;
      return panel.outcome[now] - window.reduce((sum, k) => sum + panel.outcome[k], 0) / window.length;
    };
    const changes = (of: number) =>
      [...panel.ids.keys()]
        .filter((u) => panel.cohort[u] === of)
        .map(change)
        .filter((value) => !Number.isNaN(value));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(att).toBeCloseTo(mean(changes(g)) - mean(changes(Infinity)), 11);
    expect([schools, comparators]).toEqual([changes(g).length, changes(Infinity).length]);
  });

  it("compare with units not yet treated, whose number falls as they are", () => {
    const panel = randomPanel({units: 60});
    const {cells} = estimate(panel, {aggregate: "att_gt", comparators: "not_yet_treated"});
    for (const {cohort: g, time, comparators} of cells!) {
      const latest = time < g ? time : Math.max(time, g - 1);
      const expected = panel.cohort.filter((own) => own > latest && own !== g).length;
      expect(comparators, `(${g}, ${time})`).toBe(expected);
    }
  });

  it("count from the last year there is before treatment where years are missing, event time by the calendar", () => {
    const full = randomPanel({periods: 7, seed: 2});
    const kept = [...full.period.keys()].filter((k) => full.period[k] !== 2014);
    const panel = {
      ...full,
      unit: Int32Array.from(kept, (k) => full.unit[k]),
      period: Int32Array.from(kept, (k) => full.period[k]),
      outcome: Float64Array.from(kept, (k) => full.outcome[k])
    };
    const {cells, messages} = estimate(panel, {aggregate: "att_gt", base: "universal"});
    expect(messages).toContain("cohort 2015 counts from 2013: there is no 2014");
    const of2015 = cells!.filter(({cohort}) => cohort === 2015);
    expect(of2015.find(({time}) => time === 2013)).toMatchObject({estimate: 0, influence: null});
    expect(of2015.find(({time}) => time === 2015)!.estimate).toBeCloseTo(cellByHand(panel, 2015, 2015, 2013), 11);
  });
});

describe("averages", () => {
  const panel = randomPanel({units: 50, weighted: true, seed: 4});
  const cells = estimate(panel, {aggregate: "att_gt"}).cells!;
  const first = new Map<number, number>();
  panel.unit.forEach((u, row) => first.has(u) || first.set(u, panel.weights![row]));
  const findWeight = (g: number) => panel.cohort.reduce((sum, own, u) => sum + (own === g ? first.get(u)! : 0), 0);
  const mean = (some: readonly (typeof cells)[number][]) =>
    some.reduce((sum, c) => sum + findWeight(c.cohort) * c.estimate, 0) /
    some.reduce((sum, c) => sum + findWeight(c.cohort), 0);
  const since = cells.filter(({cohort, time}) => time >= cohort);

  it("by event time weigh cohorts by their units’ weights; overall is the plain mean from 0 on", () => {
    const [overall, ...terms] = estimate(panel).effects;
    for (const {term, estimate: att} of terms) {
      expect(att).toBeCloseTo(mean(cells.filter(({cohort, time}) => time - cohort === term)), 11);
    }
    const from0 = terms.filter(({term}) => Number(term) >= 0);
    expect(overall.estimate).toBeCloseTo(from0.reduce((sum, {estimate: att}) => sum + att, 0) / from0.length, 11);
  });

  it("simple weighs every cohort and year since treatment", () => {
    expect(estimate(panel, {aggregate: "simple"}).effects[0].estimate).toBeCloseTo(mean(since), 11);
  });

  it("by cohort are plain means over its years; overall weighs cohorts", () => {
    const [overall, ...terms] = estimate(panel, {aggregate: "cohort"}).effects;
    const plainMean = (g: number) => {
      const own = since.filter(({cohort}) => cohort === g);
      return own.reduce((sum, {estimate: att}) => sum + att, 0) / own.length;
    };
    for (const {term, estimate: att} of terms) expect(att).toBeCloseTo(plainMean(Number(term)), 11);
    const total = terms.reduce((sum, {term}) => sum + findWeight(Number(term)), 0);
    const expected = terms.reduce((sum, {term, estimate: att}) => sum + findWeight(Number(term)) * att, 0) / total;
    expect(overall.estimate).toBeCloseTo(expected, 11);
  });

  it("by calendar year weigh cohorts; by phase they are means of event times", () => {
    const [, ...years] = estimate(panel, {aggregate: "calendar"}).effects;
    for (const {term, estimate: att} of years)
      expect(att).toBeCloseTo(mean(since.filter(({time}) => time === term)), 11);
    const at = new Map(estimate(panel).effects.map(({term, estimate: att}) => [term, att]));
    const [, early, development] = estimate(panel, {aggregate: "phase"}).effects;
    expect(early).toMatchObject({term: "early", estimate: expect.closeTo((at.get(0)! + at.get(1)!) / 2, 11) as number});
    expect(development.estimate).toBeCloseTo((at.get(2)! + at.get(3)!) / 2, 11);
  });

  it.each(["dynamic", "phase", "cohort", "calendar", "simple"] as const)(
    "by %s have influences that are what they move by as a unit counts for more",
    (aggregate) => {
      const {effects} = estimate(panel, {aggregate});
      const step = 1e-4;
      for (const u of [0, 7, 23, 49]) {
        const at = (change: number) => {
          const weights = panel.weights!.map((w, row) => (panel.unit[row] === u ? w * (1 + change) : w));
          return estimate({...panel, weights}, {aggregate}).effects;
        };
        const [up, down] = [at(step), at(-step)];
        effects.forEach(({term, influence}, k) => {
          const slope = (up[k].estimate - down[k].estimate) / (2 * step);
          expect(slope, `${term} unit ${u}`).toBeCloseTo(influence![u], 6);
        });
      }
    }
  );
});

describe("invariances", () => {
  const balanced = (panel: LongPanel) => {
    const periods = new Set(panel.period).size;
    return panel.unit.length === panel.ids.length * periods;
  };
  // Lines through three or four rows lose digits, and the tolerance is absolute: covariates have the twins of two-by-two.test.ts.
  const effects = (panel: LongPanel) =>
    estimate({...panel, covariates: []}, {comparators: "not_yet_treated"}).effects.filter(({influence}) => influence);

  it("a good or a bad year for everyone changes nothing", () => ignoresYears(effects));
  it("estimates scale with the outcome", () => scalesWithOutcome(effects));
  it("units may stand in any order", () => ignoresOrder(effects));
  it("the unit of weights does not matter", () => ignoresWeightUnit(effects));

  it("an effect of each unit changes nothing where units are compared with themselves", () => {
    ignoresUnits((panel) => (balanced(panel) ? effects(panel) : estimate(panel, {base: [-2, -1]}).effects));
  });

  it("clusters change standard errors of averages, not estimates", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1000}), (seed) => {
        const panel = randomPanel({seed, units: 24, clusterSize: 4});
        const alone = {...panel, cluster: Int32Array.from(panel.ids.keys()), clusters: panel.ids.length};
        const [together, apart] = [estimate(panel).effects[0], estimate(alone).effects[0]];
        expect(together).toEqual(apart);
        expect(clusteredError(panel, together)).not.toBeCloseTo(clusteredError(alone, apart), 6);
      }),
      {numRuns: 10}
    );
  });
});

describe("traps", () => {
  it("cohorts treated just after the window are no comparators where treatment is anticipated", () => {
    const panel = randomPanel({units: 40, periods: 6});
    const last = 2016;
    const cohort = panel.cohort.map((g, u) => (u > 30 ? last + 1 : g));
    const {cells} = estimate({...panel, cohort}, {aggregate: "att_gt", anticipation: 1});
    const never = cohort.filter((g) => g === Infinity).length;
    expect(cells!.map(({cohort: g}) => g)).not.toContain(last + 1);
    expect(new Set(cells!.filter(({influence}) => influence).map(({comparators}) => comparators))).toEqual(
      new Set([never])
    );
  });

  it("a covariate that repeats another is left out with a message, and changes nothing", () => {
    const panel = randomPanel({units: 60, covariates: 1});
    const twice = {
      ...panel,
      covariates: [...panel.covariates, {name: "again", values: panel.covariates[0].values.map((x) => 3 - 2 * x)}]
    };
    const {effects, messages} = estimate(twice);
    expect(effects[0].estimate).toBeCloseTo(estimate(panel).effects[0].estimate, 12);
    expect(messages.join()).toContain("again is collinear");
  });

  it("years and cohorts without comparators are left out with the reason, not a crash", () => {
    const panel = randomPanel({units: 40});
    const without = {...panel, cohort: panel.cohort.map((g, u) => (g === Infinity ? 2013 + (u % 4) : g))};
    const {messages, effects} = estimate(without, {comparators: "not_yet_treated"});
    expect(messages.join()).toMatch(
      /not estimated, because no comparator has an outcome in both years: cohort 2013 in 2016/
    );
    expect(effects.every(({estimate: att}) => Number.isFinite(att))).toBe(true);
  });

  it("nobody never treated is an error that says what to compare with", () => {
    const panel = randomPanel({units: 40});
    const without = {...panel, cohort: panel.cohort.map((g) => Math.min(g, 2015))};
    expect(() => estimate(without)).toThrow("every unit is treated by the last period");
  });

  it("a window together with anticipation is an error", () => {
    expect(() => estimate(randomPanel(), {base: [-4, -2], anticipation: 1})).toThrow("a base window and anticipation");
  });

  it("cohorts without a year in the base window are named", () => {
    const {messages} = estimate(randomPanel({units: 40}), {base: [-4, -3]});
    expect(messages.join()).toContain("no period of the base comes before cohort 2013");
  });

  it("small cohorts are named", () => {
    const panel = randomPanel({units: 40});
    const one = panel.cohort.map((g, u) => (u === 0 ? 2013 : g === 2013 ? Infinity : g));
    expect(estimate({...panel, cohort: one}).messages.join()).toMatch(/small cohorts.*2013 \(1 unit\)/);
  });
});
