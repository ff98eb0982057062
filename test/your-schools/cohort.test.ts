import {expect, test} from "vitest";
import {firstTreatedYear} from "../../src/your-schools/cohort.ts";

test.each([
  ["2016-09-01", 2017],
  ["2016-12-31", 2017],
  ["2017-01-01", 2018],
  ["2017-08-31", 2018],
  ["2017-09-01", 2018]
])("a school that joins on %s is first treated in %i: two full terms must lie before the results", (day, year) => {
  expect(firstTreatedYear(day)).toBe(year);
});
