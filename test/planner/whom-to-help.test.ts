import {describe, expect, test} from "vitest";
import {
  ableToHelp,
  chooseSchools,
  followEarlier,
  newestYear,
  pathUntilNow,
  type HelpRule
} from "../../src/planner/whom-to-help.ts";
import type {WhomFile} from "../../src/release/whom-to-help.ts";

const any: HelpRule = {lowest: false, below: false, absent: false, alone: false, region: null};

/** Nine schools in a row, ten kilometres apart, the first the lowest; the eighth has no result in the newest year. */
const file: WhomFile = {
  phase: "secondary",
  measures: {attainment: "ks4_attainment", absence: "overall_absence_pct"},
  ids: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  names: ["A", "B", "C", "D", "E", "F", "G", "H", "I"],
  authority: [0, 0, 0, 0, 0, 0, 0, 0, 0],
  authorities: ["Shire"],
  region: [0, 0, 0, 0, 1, 1, 1, 1, 1],
  regions: ["North", "South"],
  easting: [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000, null],
  northing: [0, 0, 0, 0, 0, 0, 0, 0, null],
  pupils: [500, 600, 700, 800, 900, 300, 1000, 1200, 1300],
  attainment: [
    {year: 2019, values: [-150, -120, -40, 0, 10, 20, 30, 60, 190]},
    {year: 2022, values: [-90, -110, -50, 0, 10, 20, 30, 60, 130]},
    {year: 2023, values: [-160, -90, -50, 0, 10, 30, 60, null, 200]}
  ],
  absence: [{year: 2023, values: [-100, 150, 50, 0, 0, 0, 120, null, 130]}],
  below: [
    [0, 2018, 2020],
    [1, 2022, null],
    [2, 2019, 2023]
  ],
  listed: [],
  joined: [null, null, 2021, 0, null, null, null, null, null],
  sight: null
};

describe("chooseSchools(file, rule, year)", () => {
  test.each<[string, Partial<HelpRule>, number[]]>([
    ["every school with a result", {}, [0, 1, 2, 3, 4, 5, 6, 8]],
    ["the lowest third", {lowest: true}, [0, 1, 2]],
    ["two inspections in a row below good, in force in that year", {below: true}, [1]],
    ["the third with most absence", {absent: true}, [1, 6, 8]],
    ["in no body that governs, those of which the day is unknown left out", {alone: true}, [0, 1, 4, 5, 6, 8]],
    ["of one region", {region: 1}, [4, 5, 6, 8]],
    ["that meet all of it", {lowest: true, absent: true, region: 0}, [1]]
  ])("takes %s", (_, rule, rows) => {
    expect(chooseSchools(file, {...any, ...rule}, newestYear(file))).toEqual(rows);
  });

  test("takes attendance of up to two years before, where that of the year is not out, and nobody without any", () => {
    const ending = (year: number) => ({...file, absence: [{...file.absence[0], year}]});
    expect(chooseSchools(ending(2021), {...any, absent: true}, 2023)).toEqual([1, 6, 8]);
    expect(chooseSchools(ending(2020), {...any, absent: true}, 2023)).toEqual([]);
  });

  test("is of nobody in a year without results", () => {
    expect(chooseSchools(file, any, 2020)).toEqual([]);
  });
});

describe("followEarlier(file, rule)", () => {
  const lowest = {...any, lowest: true};

  test("follows whoever met the rule three years earlier or more, joined nothing since, and has both results", () => {
    const {recovery, schools, occasions, years, path} = followEarlier(file, lowest);
    expect([schools, occasions, years]).toEqual([2, 2, [2019, 2019]]);
    expect(recovery).toBeCloseTo((0.6 + 0.1) / 2, 12);
    expect(path.map(({mean, schools: n}) => [mean, n])).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
      [-1.35, 2],
      [null, 0],
      [null, 0],
      [-1, 2]
    ]);
  });

  test("says that there is none where the rule goes back no further", () => {
    expect(followEarlier({...file, below: [[4, 2021, null]]}, {...any, below: true})).toMatchObject({
      ...{recovery: null, schools: 0, years: null}
    });
  });
});

describe("pathUntilNow(file, rows)", () => {
  test("ends with the newest year", () => {
    expect(pathUntilNow(file, [0, 1]).map(({mean}) => mean)).toEqual([null, null, -1, -1.25]);
  });
});

describe("helpers", () => {
  const chosen = [0, 1, 2];
  const able = ableToHelp(file, chosen);

  test("have results in the highest third and are no smaller than the middle school, and are not chosen themselves", () => {
    expect(able).toEqual([6, 8]);
    expect(ableToHelp(file, [6])).toEqual([8]);
  });
});
