import {expect, test} from "vitest";
import {placeLabels} from "../../dashboards/components/school/school-position.ts";

const place = (position: number) => 125 - 50 * position;
const along = (value: (year: number) => number) =>
  Array.from({length: 12}, (_, i) => ({year: 2008 + i, value: value(2008 + i)}));
const axis = {years: 3, first: 2008, last: 2019, place};

test("words on the line of zero stand on the other side of it from a school’s line", () => {
  expect(
    placeLabels(
      along(() => 0.3),
      axis
    )
  ).toEqual({side: "start", dy: 10});
  expect(
    placeLabels(
      along(() => -0.3),
      axis
    )
  ).toEqual({side: "start", dy: -9});
});

test("they stand at the end where the line is near zero at the start", () => {
  expect(
    placeLabels(
      along((year) => (year < 2012 ? (year % 2 ? 0.1 : -0.1) : 2)),
      axis
    ).side
  ).toBe("end");
});
