import {describe, expect, it} from "vitest";
import {treatedCells} from "../../../src/library/estimators/treated-cells.ts";

const panel = {
  unit: Int32Array.of(0, 0, 1, 1, 2),
  period: Int32Array.of(2013, 2014, 2013, 2014, 2014),
  cohort: Float64Array.of(2014, 2013, Infinity),
  weights: Float64Array.of(1, 2, 3, 4, 5)
};

describe("treatedCells(panel, keep)", () => {
  it("orders cells by event time and then cohort, weighs them, and has none for never-treated units", () => {
    const {cells, of} = treatedCells(panel, () => true);
    expect(cells).toEqual([
      {cohort: 2014, time: 2013, weight: 1},
      {cohort: 2013, time: 2013, weight: 3},
      {cohort: 2014, time: 2014, weight: 2},
      {cohort: 2013, time: 2014, weight: 4}
    ]);
    expect([...of]).toEqual([0, 2, 1, 3, -1]);
  });

  it("has none for rows that are not kept", () => {
    expect([...treatedCells(panel, (row) => row > 1).of]).toEqual([-1, -1, 0, 1, -1]);
  });
});
