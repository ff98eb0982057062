import {describe, expect, it} from "vitest";
import {indexPeers} from "../../../src/library/estimators/peers.ts";
import {withRows} from "../../../src/library/panel/panel-rows.ts";
import {randomPanel} from "../../support/random-panel.ts";

describe("countPeersIn(untreated)", () => {
  // Units 0 and 1 are treated from 2014 on; unit 2 has no row after 2013; units 3 to 5 are never treated.
  const panel = randomPanel({units: 6});
  const untreated = withRows(panel, (row) => {
    const limit = [2014, 2014, 2014][panel.unit[row]] ?? Infinity;
    return panel.period[row] < limit;
  });
  const collectRows = (unit: number, year: number) =>
    Int32Array.from(panel.unit.keys()).filter((row) => panel.unit[row] === unit && panel.period[row] === year);
  const peers = indexPeers(untreated);

  it("counts units once, and others that are untreated in the same years", () => {
    const counted = peers([collectRows(0, 2014), collectRows(0, 2015), collectRows(1, 2015)], panel);
    expect(counted).toEqual({units: 2, comparators: 3});
  });

  it("counts those treated later as peers until they are, and starts anew each time", () => {
    expect(peers([collectRows(0, 2013)], panel)).toEqual({units: 1, comparators: 5});
    expect(peers([collectRows(3, 2016)], panel)).toEqual({units: 1, comparators: 2});
  });
});
