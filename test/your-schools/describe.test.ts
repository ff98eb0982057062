import {describe, expect, test} from "vitest";
import {measures} from "../../src/vocabulary/measures.ts";
import {describeMeasure, describeSchool, hasFigure, readPublished} from "../../src/your-schools/describe.ts";
import type {PackedMeasure} from "../../src/your-schools/files.ts";

const study = {
  measure: "overall_absence_pct",
  phase: "primary",
  printed: {unit: "percentage points", digits: 2}
} as unknown as PackedMeasure["study"];

/** Three schools in two series: the second school has a figure in the older one alone, the third in none. */
const packed: PackedMeasure = {
  study,
  years: [2018, 2022],
  native: [
    {year: 2018, digits: 1, values: [50, 40, null]},
    {year: 2019, digits: 1, values: [60, 46, null]},
    {year: 2021, digits: 1, values: [70, null, null]}
  ],
  comparable_series: {2018: 1, 2019: 1, 2021: 2},
  outcome: [],
  past: null
};
const years = (rows: readonly number[]) => readPublished(packed, 3, rows)?.years;

describe("schools are described", () => {
  test("in the newest comparable series in which one of them has a figure", () => {
    expect(years([0, 1])).toEqual([2021]);
    expect(years([1])).toEqual([2018, 2019]);
  });

  test("in the newest series where none of them has one", () => {
    expect(years([2])).toEqual([2021]);
  });

  test("one by one and together, and none together where nobody has a figure", () => {
    const published = readPublished(packed, 3, [1])!;
    const {schools, together, years: described} = describeMeasure(published, [{row: 1, similar: {rows: [0]}}], [0, 1]);
    expect(schools).toEqual([describeSchool(published, 1, [0])]);
    expect(described).toEqual([2018, 2019]);
    expect(together.map(({national}) => national)).toEqual([4.5, 5.3]);
    expect(describeMeasure(published, [], [2]).together.map(({national}) => national)).toEqual([NaN, NaN]);
  });

  test("as with figures where they have one in a year that is described", () => {
    const published = readPublished(packed, 3, [0])!;
    expect([0, 1, 2].map((row) => hasFigure(published, row))).toEqual([true, false, false]);
  });

  test("beside those that have a figure, and with nothing where they have none", () => {
    const published = readPublished(packed, 3, [1])!;
    expect(published.label).toContain(measures["overall_absence_pct"].label);
    expect(describeSchool(published, 1, [0])).toEqual([
      {year: 2018, own: 4, national: 4.5, similar: 5, above: 0},
      {year: 2019, own: 4.6, national: 5.3, similar: 6, above: 0}
    ]);
    expect(describeSchool(published, 2, [])[0]).toEqual({
      year: 2018,
      own: null,
      national: 4.5,
      similar: null,
      above: null
    });
  });
});
