import {expect, test} from "vitest";
import {hasInspections, hasPlaces} from "../../src/planner/whom-to-help.ts";

test("where no school has a place, who is near is not known rather than nobody", () => {
  expect(hasPlaces({easting: [null, null]})).toBe(false);
  expect(hasPlaces({easting: [null, 412_000]})).toBe(true);
});

test("where no inspection is in the release, how many a rule would pick is not known rather than none", () => {
  expect(hasInspections({below: []})).toBe(false);
  expect(hasInspections({below: [[0, 2015, null]]})).toBe(true);
});
