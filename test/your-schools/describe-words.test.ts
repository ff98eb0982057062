import {expect, test} from "vitest";
import {describeNewest} from "../../src/your-schools/describe-words.ts";
import type {Published} from "../../src/your-schools/describe.ts";

/** Two schools and a third: the second has no figure in the newest year. */
const published: Published = {
  measure: "overall_absence_pct",
  label: "overall absence",
  unit: "per cent",
  digits: 1,
  native: {years: [2018, 2019], values: Float64Array.from([4, 5, 6, NaN, 8, 9])},
  years: [2018, 2019]
};

test("the newest year that any of them has a figure, with how many have one, next to all", () => {
  expect(describeNewest(published, [0, 1], "primary")).toBe(
    "Overall absence in 2018/19: 5.0 per cent in 1 of 2 schools. In all primary schools: 7.0 per cent."
  );
  expect(describeNewest(published, [1], "primary")).toBe(
    "Overall absence in 2017/18: 6.0 per cent in 1 school. In all primary schools: 6.0 per cent."
  );
});

test("nothing where none has a figure", () => {
  expect(describeNewest(published, [], "primary")).toBeNull();
});

test("thousands of schools have them apart", () => {
  const many = 1_201;
  const values = Float64Array.from({length: 2 * many}, (_, i) => (i < 2 ? NaN : 4));
  const rows = Array.from({length: many}, (_, row) => row);
  const words = describeNewest({...published, native: {years: [2018, 2019], values}}, rows, "primary");
  expect(words).toContain("in 1,200 of 1,201 schools.");
});
