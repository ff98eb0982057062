import {expect, test} from "vitest";
import {findHelpers} from "../../src/planner/near-helpers.ts";

/** In a row, ten kilometres apart; the last has no place. */
const file = {
  easting: [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000, null],
  northing: [0, 0, 0, 0, 0, 0, 0, null]
};

test("helpers are the nearest within reach, the first row of two as near, with kilometres", () => {
  expect(findHelpers(file, {able: [3, 4, 6, 7], within: 40, most: 2})(2)).toEqual([
    {row: 3, distance: 10},
    {row: 4, distance: 20}
  ]);
  expect(findHelpers(file, {able: [5, 3, 1, 4], within: 10, most: 3})(4)).toEqual([
    {row: 3, distance: 10},
    {row: 5, distance: 10}
  ]);
  expect(findHelpers(file, {able: [6], within: 40, most: 3})(0)).toEqual([]);
});

test("nobody has a distance to a place not known", () => {
  expect(findHelpers(file, {able: [6], within: 400, most: 3})(7)).toEqual([]);
});

test("as many places as one likes give what looking at every one gives", () => {
  const at = (i: number, step: number) => (i * step) % 97_001;
  const easting = Array.from({length: 300}, (_, i) => at(i, 7919));
  const northing = Array.from({length: 300}, (_, i) => at(i, 104_729));
  const able = Array.from({length: 150}, (_, i) => 2 * i);
  const near = findHelpers({easting, northing}, {able, within: 15, most: 3});
  for (let row = 0; row < 300; row++) {
    const all = able
      .filter((other) => other !== row)
      .map((other) => ({
        row: other,
        distance: Math.hypot(easting[other] - easting[row], northing[other] - northing[row]) / 1000
      }))
      .filter(({distance}) => distance <= 15)
      .sort((a, b) => a.distance - b.distance || a.row - b.row);
    expect(near(row)).toEqual(all.slice(0, 3));
  }
});
