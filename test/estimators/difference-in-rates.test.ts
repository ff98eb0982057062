import {deviation, mean, randomLcg, range, shuffler} from "d3";
import {describe, expect, it} from "vitest";
import type {ComparisonInput} from "../../src/comparison.ts";
import type {Figure} from "../../src/release.ts";
import {namedFigures} from "../support/named-figures.ts";
import {plantedPanel, withValues} from "../support/planted-panel.ts";
import {slowFigures} from "../support/slow-comparison.ts";

/** Five schools at 10 that from joining rise by 1, 2, 3, 4 and 5 a year, and five others that rise by 1. */
function fiveAndFive(): ComparisonInput {
  const years = range(2010, 2019);
  const slopes = [1, 2, 3, 4, 5, 1, 1, 1, 1, 1];
  return {
    panel: {
      years,
      schools: range(10),
      values: Float64Array.from(slopes.flatMap((slope) => years.map((year) => 10 + slope * Math.max(0, year - 2014))))
    },
    joiners: range(5).map((row) => ({row, cohort: 2014, partnership: `P${row}`})),
    treatedFrom: slopes.map((_, row) => (row < 5 ? 2014 : Infinity)),
    strata: 1
  };
}

function expectClose(actual: Map<string, Figure>, expected: Map<string, Figure>) {
  expect([...actual.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [name, figure] of expected) {
    const {value, low, high, schools} = actual.get(name)!;
    expect(value, name).toBeCloseTo(figure.value, 9);
    expect(schools, name).toBe(figure.schools);
    expect(low === null, name).toBe(figure.low === null);
    if (low === null || high === null) continue;
    expect(low, name).toBeCloseTo(figure.low!, 9);
    expect(high, name).toBeCloseTo(figure.high!, 9);
  }
}

const covers = ({low, high}: Figure, truth: number) => low! <= truth && truth <= high!;

describe("differenceInRates.estimate(comparison)", () => {
  it("gives what can be worked out by hand", () => {
    const figures = namedFigures(fiveAndFive());
    const value = (name: string) => figures.get(name)!.value;
    expect(value("joined 4")).toBe(22);
    expect(value("similar 4")).toBe(14);
    expect(value("all 4")).toBeCloseTo(18, 12);
    for (const group of ["joined", "similar", "all"]) expect(value(`${group} before`)).toBe(0);
    expect(value("joined after")).toBeCloseTo(3, 12);
    expect(value("similar after")).toBeCloseTo(1, 12);
    expect(value("all after")).toBeCloseTo(2, 12);
    expect(value("joined naive")).toBeCloseTo(3, 12);
    expect(value("similar naive")).toBeCloseTo(1, 12);
    expect(value("difference after")).toBeCloseTo(2, 12);
    expect(value("difference change")).toBeCloseTo(2, 12);
    expect(figures.has("joined -5")).toBe(false);
    // Σ ψ² = (4 + 1 + 0 + 1 + 4) ÷ 25, times 5/4, is 1/2; t with 4 degrees of freedom is 2.776445.
    for (const name of ["joined after", "difference after", "difference change"]) {
      const {value, low, high, schools} = figures.get(name)!;
      expect(high! - value, name).toBeCloseTo(2.776445 * Math.SQRT1_2, 5);
      expect(value - low!, name).toBeCloseTo(2.776445 * Math.SQRT1_2, 5);
      expect(schools, name).toBe(5);
    }
  });

  it("agrees with its slow twin, whose intervals come from counting each cluster for a little more", () => {
    for (const seed of range(3)) {
      const input = plantedPanel({
        seed: (seed + 1) / 4,
        years: range(2010, 2019),
        cohorts: [2012, 2014, 2015],
        partnerships: 6,
        each: 2,
        untreated: 16,
        after: 0.5,
        missing: 0.15 * seed,
        later: 0.4,
        yearEffect: (year) => 3 * Math.sin(year)
      });
      expectClose(namedFigures(input), slowFigures(input));
    }
  });

  it("recovers planted slopes", () => {
    const figures = namedFigures(plantedPanel({before: 0.4, after: 1.5, trend: -0.7, missing: 0.1, later: 0.2}));
    const planted = {
      "joined before": 0.4,
      "joined after": 1.5,
      "similar before": -0.7,
      "similar after": -0.7,
      "difference after": 2.2,
      "difference change": 1.1
    };
    for (const [name, truth] of Object.entries(planted)) {
      const {value, high} = figures.get(name)!;
      expect(Math.abs(value - truth), name).toBeLessThan(2 * (high! - value));
    }
    expect(figures.get("difference after")!.low).toBeGreaterThan(0);
  });

  it("does not mind a good or a bad year for everyone, in differences or in how sure it is of them", () => {
    const input = plantedPanel({after: 1, cohorts: [2014]});
    const yearEffect = (year: number) => 5 * Math.cos(year * 3);
    const plain = namedFigures(input);
    const shifted = namedFigures(withValues(input, (value, _, year) => value + yearEffect(year)));
    for (const name of ["difference after", "difference change"]) {
      expect(shifted.get(name)!.value, name).toBeCloseTo(plain.get(name)!.value, 9);
      expect(shifted.get(name)!.low!, name).toBeCloseTo(plain.get(name)!.low!, 9);
    }
    for (const when of ["-3", "2", "before", "after", "naive"]) {
      const moved = (group: string) => shifted.get(`${group} ${when}`)!.value - plain.get(`${group} ${when}`)!.value;
      expect(moved("joined"), when).toBeCloseTo(moved("similar"), 9);
      expect(moved("joined"), when).toBeCloseTo(moved("all"), 9);
      expect(Math.abs(moved("joined")), when).toBeGreaterThan(0.01);
    }
  });

  it("hardly minds a year that moved everyone where schools come and go", () => {
    const input = {...plantedPanel({missing: 0.1, later: 0.4}), strata: 1};
    const {value, high} = namedFigures(input).get("difference after")!;
    const stepped = namedFigures(withValues(input, (y, _, year) => y + (year >= 2016 ? 5 : 0))).get(
      "difference after"
    )!;
    const error = (high! - value) / 2;
    expect(stepped.value).not.toBe(value);
    expect(Math.abs(stepped.value - value)).toBeLessThan(error);
  });

  it("does not mind a trend of everyone’s where schools come and go", () => {
    const input = plantedPanel({missing: 0.3, later: 0.4, between: 0, noise: 0, after: 1});
    const plain = namedFigures(input);
    const shifted = namedFigures(withValues({...input, strata: 1}, (value, _, year) => value + 2 * year));
    expect(shifted.get("difference after")!.value).toBeCloseTo(plain.get("difference after")!.value, 9);
    expect(shifted.get("similar after")!.value).toBeCloseTo(2, 9);
  });

  it("does not mistake schools coming and going for change", () => {
    const input = plantedPanel({between: 20, noise: 0, missing: 0.4, later: 0.5});
    const figures = namedFigures(input);
    for (const group of ["joined", "similar", "all"]) {
      expect(figures.get(`${group} after`)!.value, group).toBeCloseTo(0, 9);
      expect(Math.abs(figures.get(`${group} 4`)!.value - figures.get(`${group} 0`)!.value), group).toBeGreaterThan(0.1);
    }
  });

  it.each([
    {strata: 1, effect: (row: number) => 50 * (row % 7)},
    {strata: 3, effect: (row: number) => 1000 * (row % 3)}
  ])("takes the level of a school out of its slope, as long as its stratum (of $strata) stays", ({strata, effect}) => {
    const input = plantedPanel({between: 0, missing: 0.1, later: 0.2});
    const tiered = {...withValues(input, (value, row) => value + 100 * (row % 3)), strata};
    const plain = namedFigures(tiered);
    const shifted = namedFigures(withValues(tiered, (value, row) => value + effect(row)));
    for (const [name, {value, low}] of plain) {
      if (!/before|after|naive|change/.test(name)) continue;
      expect(shifted.get(name)!.value, name).toBeCloseTo(value, 9);
      expect(shifted.get(name)!.low!, name).toBeCloseTo(low!, 9);
    }
  });

  it("does not mind the order of schools or joiners", () => {
    const input = plantedPanel({after: 1, missing: 0.2, later: 0.3});
    const {panel, joiners, treatedFrom} = input;
    const shuffle = shuffler(randomLcg(0.3));
    const order = shuffle(range(panel.schools.length));
    const years = panel.years.length;
    const reordered: ComparisonInput = {
      panel: {
        ...panel,
        schools: order.map((row) => panel.schools[row]),
        values: Float64Array.from(order.flatMap((row) => [...panel.values.slice(row * years, (row + 1) * years)]))
      },
      joiners: shuffle(joiners.map((j) => ({...j, row: order.indexOf(j.row)}))),
      treatedFrom: order.map((row) => treatedFrom[row])
    };
    expectClose(namedFigures(reordered), namedFigures(input));
  });

  it("scales with the outcome", () => {
    const input = plantedPanel({after: 1, missing: 0.2, later: 0.3});
    const scaled = namedFigures(withValues(input, (value) => 4 * value));
    const times = (x: number | null) => x && 4 * x;
    expectClose(
      scaled,
      new Map(
        [...namedFigures(input)].map(([name, {value, low, high, schools}]) => [
          name,
          {value: 4 * value, low: times(low), high: times(high), schools}
        ])
      )
    );
  });

  it("covers nothing with its 95 % interval when nothing was planted, 19 times in 20", () => {
    const draws = 300;
    const covered = range(draws).map((seed) => {
      const figures = namedFigures(plantedPanel({seed: seed / draws, missing: 0.1, later: 0.2, yearEffect: Math.sin}));
      return {
        after: covers(figures.get("difference after")!, 0),
        change: covers(figures.get("difference change")!, 0)
      };
    });
    const error = Math.sqrt((0.95 * 0.05) / draws);
    for (const name of ["after", "change"] as const) {
      expect(Math.abs(mean(covered, (d) => +d[name])! - 0.95), name).toBeLessThan(3 * error);
    }
  });

  it("covers with what a partnership’s schools have in common, where school by school it would not", () => {
    const draws = 300;
    const error = Math.sqrt((0.95 * 0.05) / draws);
    const covered = range(draws).map((seed) => {
      const input = plantedPanel({seed: seed / draws, partnerships: 15, each: 8, shock: 0.5});
      const alone = input.joiners.map((j) => ({...j, partnership: `school ${j.row}`}));
      return {
        partnership: covers(namedFigures(input).get("difference after")!, 0),
        school: covers(namedFigures({...input, joiners: alone}).get("difference after")!, 0)
      };
    });
    expect(Math.abs(mean(covered, (d) => +d.partnership)! - 0.95)).toBeLessThan(3 * error);
    expect(mean(covered, (d) => +d.school)!).toBeLessThan(0.95 - 10 * error);
  });

  it("nets what a school that is compared with before it joins does to both sides", () => {
    const late = plantedPanel({partnerships: 10, each: 2, untreated: 4, cohorts: [2013, 2015]});
    const named = namedFigures(late).get("difference after")!;
    const strangers = late.joiners.map((j) => (j.cohort === 2015 ? {...j, partnership: `late ${j.row}`} : j));
    const apart = namedFigures({...late, joiners: strangers}).get("difference after")!;
    expect(apart.value).toBeCloseTo(named.value, 12);
    expect(apart.high! - apart.low!).not.toBeCloseTo(named.high! - named.low!, 3);
    expectClose(namedFigures(late), slowFigures(late));
  });

  it("claims no interval with fewer than five partnerships", () => {
    const four = namedFigures(plantedPanel({partnerships: 4, each: 10}));
    for (const name of ["joined 0", "joined after", "joined naive", "difference after", "difference change"]) {
      expect(four.get(name), name).toMatchObject({low: null, high: null});
    }
    expect(four.get("joined after")!.schools).toBe(40);
    expect(four.get("similar after")!.low).not.toBeNull();
    expect(namedFigures(plantedPanel({partnerships: 5, each: 10})).get("difference after")!.low).not.toBeNull();
  });

  it("claims no interval of a difference with fewer than five schools to compare with", () => {
    const few = namedFigures({...plantedPanel({untreated: 4, cohorts: [2013]}), strata: 1});
    expect(few.get("difference after")!.low).toBeNull();
    expect(few.get("joined after")!.low).not.toBeNull();
  });

  it("is not taken in by a bad year before joining, as the naive figure is", () => {
    const draws = range(40).map((seed) => namedFigures(plantedPanel({seed: seed / 40, cohorts: [2014], dip: -2})));
    const values = (name: string) => draws.map((figures) => figures.get(name)!.value);
    const error = (name: string) => deviation(values(name))! / Math.sqrt(draws.length);
    expect(mean(values("joined naive"))!).toBeGreaterThan(2 - 4 * error("joined naive"));
    expect(Math.abs(mean(values("similar naive"))!)).toBeLessThan(4 * error("similar naive"));
    for (const name of ["difference after", "difference change"]) {
      expect(Math.abs(mean(values(name))!), name).toBeLessThan(4 * error(name));
    }
  });

  it("counts a school once, however many cohorts it is compared with", () => {
    const figures = namedFigures({...plantedPanel({cohorts: [2013, 2014, 2015], untreated: 50}), strata: 1});
    expect(figures.get("similar -2")!.schools).toBeLessThanOrEqual(50 + 40);
    expect(figures.get("all -2")!.schools).toBe(110);
    expect(figures.get("joined -2")!.schools).toBe(60);
  });

  it("says null, not zero, where no school has two years in the window", () => {
    const input = plantedPanel({years: range(2008, 2015), cohorts: [2014]});
    const figures = namedFigures(input);
    expect(figures.has("joined after")).toBe(false);
    expect(figures.has("difference change")).toBe(false);
    expect(figures.has("joined before")).toBe(true);
    expect(figures.has("joined 1")).toBe(false);
    expect(figures.has("joined 0")).toBe(true);
  });
});
