import {describe, expect, it} from "vitest";
import {numberClusters, unitsWith, withRows} from "../../../src/library/panel/panel-rows.ts";
import {randomPanel} from "../../support/random-panel.ts";

const panel = randomPanel({units: 6, weighted: true, covariates: 1, clusterSize: 2});

describe("withRows(panel, keep)", () => {
  it("keeps rows with all that belongs to them, and the numbers of units", () => {
    const kept = withRows(panel, (row) => panel.unit[row] === 3);
    const first = panel.unit.indexOf(3);
    expect([...kept.unit]).toEqual([3, 3, 3, 3, 3, 3]);
    expect(kept.outcome[0]).toBe(panel.outcome[first]);
    expect(kept.weights![0]).toBe(panel.weights![first]);
    expect(kept.covariates[0].values[0]).toBe(panel.covariates[0].values[first]);
    expect(kept.ids).toEqual(panel.ids);
  });

  it("is the panel itself where all rows stay", () => {
    expect(withRows(panel, () => true)).toBe(panel);
  });
});

describe("unitsWith(panel, counts)", () => {
  it("marks the units of rows that count", () => {
    expect([...unitsWith(panel, (row) => panel.unit[row] % 2 === 0)]).toEqual([1, 0, 1, 0, 1, 0]);
  });
});

describe("clustersIn(panel)", () => {
  it("counts clusters with a row", () => {
    expect(numberClusters(withRows(panel, (row) => panel.unit[row] < 3))).toBe(2);
  });
});
