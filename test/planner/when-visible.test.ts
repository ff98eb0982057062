import {expect, test} from "vitest";
import {whenVisible} from "../../src/planner/when-visible.ts";

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
