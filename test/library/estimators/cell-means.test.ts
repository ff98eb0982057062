import {describe, expect, it} from "vitest";
import {design} from "../../../src/design.ts";
import {cellMeans, type Cell} from "../../../src/library/estimators/cell-means.ts";
import type {Aggregate} from "../../../src/library/panel/panel-estimator.ts";

/** Cohorts of 2014 (10 rows a year) and 2015 (30), 2012 to 2016. */
const cells: Cell[] = [2014, 2015].flatMap((cohort) =>
  [2012, 2013, 2014, 2015, 2016].map((time) => ({cohort, time, weight: cohort === 2014 ? 10 : 30}))
);
const at = (cohort: number, time: number) => cells.findIndex((c) => c.cohort === cohort && c.time === time);
const makeTerms = (aggregate: Aggregate) =>
  new Map(cellMeans(cells, {aggregate, windows: design.periods}).terms.map(({term, share}) => [term, share]));

describe("cellMeans(cells, {aggregate, windows})", () => {
  it.each(["simple", "dynamic", "phase", "cohort", "calendar"] as const)(
    "has shares that sum to 1: %s",
    (aggregate) => {
      const {overall, terms} = cellMeans(cells, {aggregate, windows: design.periods});
      for (const share of [overall, ...terms.map((t) => t.share)]) {
        expect(share.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 14);
      }
    }
  );

  it("takes event times of cohorts by weight, before treatment too", () => {
    const terms = makeTerms("dynamic");
    expect([...terms.keys()]).toEqual([-3, -2, -1, 0, 1, 2]);
    expect([terms.get(0)![at(2014, 2014)], terms.get(0)![at(2015, 2015)]]).toEqual([0.25, 0.75]);
    expect(terms.get(2)![at(2014, 2016)]).toBe(1);
  });

  it("counts event times from 0 alike in the overall effect of dynamic and phase", () => {
    for (const aggregate of ["dynamic", "phase"] as const) {
      expect(cellMeans(cells, {aggregate, windows: design.periods}).overall[at(2014, 2016)]).toBeCloseTo(1 / 3, 14);
    }
  });

  it("takes phases as means of their event times", () => {
    const terms = makeTerms("phase");
    expect([...terms.keys()]).toEqual(["early", "development"]);
    expect(terms.get("early")![at(2014, 2014)]).toBeCloseTo(0.25 / 2, 14);
  });

  it("weighs cohorts by their rows a year, not by how many years they have been treated", () => {
    const {overall} = cellMeans(cells, {aggregate: "cohort"});
    expect(overall[at(2014, 2014)]).toBeCloseTo(0.25 / 3, 14);
    expect(overall[at(2015, 2015)]).toBeCloseTo(0.75 / 2, 14);
  });

  it("takes all treated cells by weight in the simple mean, and none before treatment", () => {
    const {overall, terms} = cellMeans(cells, {aggregate: "simple"});
    expect(terms).toEqual([]);
    expect(overall[at(2014, 2015)]).toBeCloseTo(10 / 90, 14);
    expect(overall[at(2015, 2014)]).toBe(0);
  });

  it("refuses cells that are all before treatment", () => {
    expect(() => cellMeans([{cohort: 2014, time: 2013, weight: 1}], {aggregate: "simple"})).toThrow(RangeError);
  });
});
