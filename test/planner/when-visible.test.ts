import {expect, test} from "vitest";
import type {WhomFile} from "../../src/release/whom-to-help.ts";
import {seeRise, whenVisible} from "../../src/planner/when-visible.ts";

const row = {
  covariance: Array.from({length: 11}, (_, lag) => 40 + 8 * 0.5 ** lag),
  authority_share: 0.1,
  comparators: 300,
  smallest_effect: 1.2
};

test("a programme sees smaller effects year by year, and says from when on an effect of interest", () => {
  const years = whenVisible({schools: 60, first: 2026}, row);
  expect(years.map(({after, year}) => [after, year])).toEqual([
    [1, 2026],
    [2, 2027],
    [3, 2028],
    [4, 2029],
    [5, 2030]
  ]);
  const effects = years.map(({effect}) => effect!);
  expect([...effects].sort((a, b) => b - a)).toEqual(effects);
  expect(years.map(({enough}) => enough)).toEqual(effects.map((effect) => effect <= 1.2));
  expect(years.some(({enough}) => enough)).toBe(true);
});

test("too few schools see nothing", () => {
  expect(whenVisible({schools: 3, first: 2026}, row).every(({effect, enough}) => effect === null && !enough)).toBe(
    true
  );
});

/** Eight schools, the first `below` of which stand twice in a row below good. */
const makeFile = ({below = 0, listed = []}: {below?: number; listed?: WhomFile["listed"]}): WhomFile => ({
  phase: "secondary",
  measures: {attainment: "attainment", absence: "absence"},
  ids: Array.from({length: 8}, (_, i) => i),
  names: Array.from({length: 8}, (_, i) => `School ${i}`),
  authority: new Array<number>(8).fill(0),
  authorities: ["Anywhere"],
  region: new Array<number>(8).fill(0),
  regions: ["Anywhere"],
  easting: new Array<null>(8).fill(null),
  northing: new Array<null>(8).fill(null),
  pupils: new Array<number>(8).fill(100),
  attainment: [{year: 2025, values: new Array<number>(8).fill(0)}],
  absence: [],
  below: Array.from({length: below}, (_, row) => [row, 2024, null]),
  listed,
  joined: new Array<null>(8).fill(null),
  sight: null
});

test("the schools of RISE are those on the list, from their last first year of help on", () => {
  const sight = seeRise(
    makeFile({below: 7, listed: [...Array(6).keys()].map((i) => [i, i === 2 ? 2027 : null])}),
    row
  )!;
  expect([sight.schools, sight.first]).toEqual([6, 2027]);
  expect(sight.years).toEqual(whenVisible({schools: 6, first: 2027}, row));
});

test("without a list they are those of the rule, and without either there are none", () => {
  expect(seeRise(makeFile({below: 7}), row)).toMatchObject({schools: 7, first: 2026});
  expect(seeRise(makeFile({}), row)).toBeNull();
  expect(seeRise(makeFile({below: 7}), undefined)).toBeNull();
});
