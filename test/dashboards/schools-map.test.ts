import {expect, test} from "vitest";
import {findExtent, placedMembers, scaleBar} from "../../dashboards/components/partnership/schools-map.ts";
import {member} from "./example-partnership.ts";

test("members without a place are not on the map", () => {
  expect(placedMembers([member(), member({easting: null}), member({northing: null})])).toHaveLength(1);
});

test("one school alone has 20 km around it", () => {
  expect(findExtent([{easting: 400_000, northing: 300_000}])).toEqual({
    west: 390_000,
    east: 410_000,
    south: 290_000,
    north: 310_000
  });
});

test("all places lie inside the extent, with a margin", () => {
  const {west, east, south, north} = findExtent([
    {easting: 100_000, northing: 50_000},
    {easting: 600_000, northing: 550_000}
  ]);
  expect([west < 100_000, east > 600_000, south < 50_000, north > 550_000]).toEqual([true, true, true, true]);
});

test("the bar is a round number of kilometres, no longer than a third of the map", () => {
  const wide = (metres: number) => scaleBar({west: 0, east: metres, south: 0, north: metres});
  expect([20_000, 30_000, 61_000, 600_000].map(wide)).toEqual([5_000, 10_000, 20_000, 200_000]);
});
