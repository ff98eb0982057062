import {range} from "d3";
import {describe, expect, it} from "vitest";
import {buildComparison} from "../src/comparison.ts";
import type {ComparisonInput} from "../src/comparison.ts";
import {UserError} from "../src/errors.ts";
import {namedFigures} from "./support/named-figures.ts";
import {plantedPanel, withValues} from "./support/planted-panel.ts";

interface School {
  /** First treated academic year in the role; none if it does not join in it. */
  joins?: number;
  /** First treated academic year in any role. */
  treated?: number;
  value: (year: number) => number;
}

/** A panel from 2010 to 2018 of the schools given, each joining a partnership of its own. */
function compare(schools: School[], options: Partial<ComparisonInput> = {}): ComparisonInput {
  const years = range(2010, 2019);
  return {
    panel: {
      years,
      schools: schools.map((_, row) => 100_000 + row),
      values: Float64Array.from(schools.flatMap((s) => years.map((year) => s.value(year))))
    },
    joiners: schools.flatMap(({joins}, row) => (joins ? [{row, cohort: joins, partnership: `P${row}`}] : [])),
    treatedFrom: schools.map(({joins, treated}) => treated ?? joins ?? Infinity),
    strata: 1,
    ...options
  };
}

const flat = (level: number) => () => level;

function mistake(act: () => unknown): UserError {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("buildComparison(input)", () => {
  it("leaves out a similar school’s values from the year in which it joins anything", () => {
    const figures = namedFigures(
      compare([
        {joins: 2014, value: flat(10)},
        {value: flat(10)},
        {treated: 2016, value: (year) => (year < 2016 ? 10 : 1000)}
      ])
    );
    expect(range(-4, 5).map((e) => figures.get(`similar ${e}`)!.value)).toEqual(range(9).map(() => 10));
    expect(figures.get("similar 1")!.schools).toBe(2);
    expect(figures.get("similar 2")!.schools).toBe(1);
    expect(figures.get("similar after")!.value).toBe(0);
    expect(figures.get("similar naive")!.value).toBe(0);
    expect(figures.get("all 2")!.value).toBe(340);
  });

  it("does not compare with a school that joined something in the same year or before", () => {
    const {groups} = buildComparison(
      compare([
        {joins: 2014, value: flat(10)},
        {treated: 2014, value: flat(10)},
        {treated: 2012, value: flat(10)},
        {treated: 2015, value: flat(10)}
      ])
    );
    expect([...groups.similar.row]).toEqual([3]);
  });

  it("weighs cohorts by the joined schools of each, not by the similar ones", () => {
    const schools = [
      ...range(3).map(() => ({joins: 2013, value: flat(10)})),
      {joins: 2015, value: flat(10)},
      ...range(2).map(() => ({value: (year: number) => 10 + 4 * Math.max(0, year - 2014)}))
    ];
    const figures = namedFigures(compare(schools));
    // At e = 1 the two others are at 10 in 2014 and 18 in 2016; three quarters of the joined schools joined in 2013,
    // and the one that joined in 2015 is also similar to those, at 10.
    expect(figures.get("similar 1")!.value).toBeCloseTo((3 * 10 + 18) / 4, 12);
    // All schools: (6 × 10) ÷ 6 in 2014, (4 × 10 + 2 × 18) ÷ 6 in 2016.
    expect(figures.get("all 1")!.value).toBeCloseTo((3 * 10 + (4 * 10 + 2 * 18) / 6) / 4, 12);
  });

  it("weighs thirds by the joined schools of each", () => {
    const schools = [
      ...range(2).map(() => ({joins: 2014, value: flat(1)})),
      {joins: 2014, value: flat(3)},
      ...range(4).map(() => ({value: (year: number) => (year < 2014 ? 1 : 100)})),
      ...range(5).map(() => ({value: flat(2)})),
      ...range(5).map(() => ({value: (year: number) => (year < 2014 ? 3 : 700)}))
    ];
    expect(namedFigures(compare(schools, {strata: 3})).get("similar 0")!.value).toBeCloseTo((2 * 100 + 700) / 3, 12);
  });

  it("puts a base mean that equals a cut below it", () => {
    const schools = [{joins: 2014, value: flat(2)}, ...[1, 2, 3].map((level) => ({value: flat(level)}))];
    // The median of 1, 2, 2, 3 is 2.
    const {groups} = buildComparison(compare(schools, {strata: 2}));
    expect([...groups.similar.row]).toEqual([1, 2]);
  });

  it("leaves out, and counts, joined values in a cell without a similar one, so that both are over the same cells", () => {
    const gone = (from: number, level: number) => (year: number) => (year < from ? level : NaN);
    const input = compare(
      [{joins: 2014, value: flat(1)}, {joins: 2014, value: flat(100)}, {value: flat(1)}, {value: gone(2016, 100)}],
      {strata: 2}
    );
    const figures = namedFigures(input);
    expect(figures.get("joined 1")!.value).toBe(50.5);
    for (const group of ["joined", "similar"]) {
      expect(figures.get(`${group} 2`), group).toMatchObject({value: 1, schools: 1});
    }
    expect(buildComparison(input).left_out).toBe(3);
  });

  it("takes the base over those of its years that have a value, and needs only one", () => {
    const {groups, funnel} = buildComparison(
      compare([
        {joins: 2014, value: (year) => (year === 2011 ? 5 : year < 2014 ? NaN : 10)},
        {joins: 2014, value: (year) => (year <= 2012 ? NaN : 5)},
        {value: flat(5)}
      ])
    );
    expect([...groups.joined.row]).toEqual([0]);
    expect(funnel[1]).toMatchObject({schools: 1, lost: "no value in those years (1)"});
  });

  it("keeps a value of zero, and never fills in a missing one", () => {
    const {groups} = buildComparison(
      compare([{joins: 2014, value: (year) => (year === 2015 ? NaN : 0)}, {value: flat(0)}])
    );
    expect([...groups.joined.values]).toEqual([NaN, 0, 0, 0, 0, 0, NaN, 0, 0, 0, NaN]);
  });

  it("tells what became of every joiner", () => {
    const {funnel, partnerships} = buildComparison(
      compare(
        [
          {joins: 2014, value: flat(1)},
          {joins: 2014, value: (year) => (year < 2014 ? 1 : NaN)},
          {joins: 2019, value: flat(1)},
          {joins: 2011, value: flat(1)},
          {joins: 2014, value: () => NaN},
          {joins: 2014, value: flat(9)},
          {value: flat(1)}
        ],
        {strata: 2}
      )
    );
    expect(funnel).toEqual([
      {step: "joined in the role", schools: 6, lost: null},
      {
        step: "with a value 2 to 4 years before joining",
        schools: 4,
        lost: "the data start too late (1); no value in those years (1)"
      },
      {
        step: "with a similar school to compare with",
        schools: 3,
        lost: "no untreated school had like results in those years (1)"
      },
      {
        step: "with a value after joining",
        schools: 1,
        lost: "the data end too soon (1); no value since joining (1)"
      }
    ]);
    expect(partnerships).toBe(3);
  });

  it("leaves its input as it was", () => {
    const input = plantedPanel({missing: 0.1, later: 0.2});
    const copy = structuredClone(input);
    namedFigures(input);
    expect(input).toEqual(copy);
  });

  it("says what to do if nobody joined", () => {
    const error = mistake(() => buildComparison(compare([{value: flat(1)}])));
    expect(error.message).toBe("no school joined in this role");
    expect(error.fix).toMatch(/membership list/);
  });

  it("says what to do if no joiner has a value in the base window", () => {
    const input = plantedPanel();
    const error = mistake(() => buildComparison(withValues(input, (v, _, year) => (year < 2015 ? NaN : v))));
    expect(error.message).toBe("none of the 60 schools that joined has a value 2 to 4 years before joining");
    expect(error.fix).toMatch(/base window/);
  });

  it("says what to do if no school was untreated", () => {
    const error = mistake(() =>
      buildComparison(
        compare([
          {joins: 2014, value: flat(1)},
          {treated: 2012, value: flat(1)}
        ])
      )
    );
    expect(error.message).toMatch(/no untreated school had results like any of the 1 schools that joined/);
    expect(error.fix).toMatch(/strata/);
  });

  it("does not let a school join twice, or be untreated when it joins", () => {
    const input = compare([{joins: 2014, value: flat(1)}, {value: flat(1)}]);
    const twice = {...input, joiners: [...input.joiners, {row: 0, cohort: 2016, partnership: "Q"}]};
    expect(mistake(() => buildComparison(twice)).message).toBe("school 100000 joined twice in one role");
    const untreated = {...input, treatedFrom: [2015, Infinity]};
    expect(mistake(() => buildComparison(untreated)).fix).toMatch(/treatedFrom/);
  });
});
