import {describe, expect, test} from "vitest";
import type {Measure} from "../../src/vocabulary/measure.ts";
import {columnsRead} from "../../src/published-files/read-columns.ts";

const measure = (comparable_series: Measure["comparable_series"]): Measure => ({
  label: "Made up",
  subject: "share",
  domain: "attainment",
  unit: "points",
  better: "higher",
  digits: 1,
  smallest_effect: {value: 1, why: "made up", pupil_sd: null},
  phases: ["secondary"],
  comparable_series
});
const measures = {
  score: measure([
    {from: 2011, to: 2015, label: "old", why: "", read: [{source: "tables", value: "old_score", pupils: "pupils"}]},
    {from: 2016, to: null, label: "new", why: "", read: [{source: "tables", value: "score", pupils: null}]}
  ]),
  left: measure([
    {from: 2017, to: 2017, label: "left", why: "", read: [{source: "leavers", value: "pct", pupils: null, lag: 2}]}
  ]),
  rate: measure([
    {
      from: 2011,
      to: null,
      label: "rate",
      why: "",
      read: [{source: "tables", value: {count: "n", of: "pupils", per: 100, adds: true}, pupils: "pupils"}]
    }
  ])
};

describe("columnsRead(measures, source, year)", () => {
  test("names values and the pupils they rest on, with the measures that read them", () => {
    expect([...columnsRead(measures, "tables", 2015)]).toEqual([
      ["old_score", ["score"]],
      ["pupils", ["score", "rate"]],
      ["n", ["rate"]]
    ]);
  });

  test("leaves out columns of other years", () => {
    expect([...columnsRead(measures, "tables", 2016).keys()]).not.toContain("old_score");
  });

  test("counts the years between leaving and the table", () => {
    expect([...columnsRead(measures, "leavers", 2019).keys()]).toEqual(["pct"]);
    expect([...columnsRead(measures, "leavers", 2017).keys()]).toEqual([]);
  });

  test("takes every year of a file that holds several", () => {
    expect([...columnsRead(measures, "tables", null).keys()]).toEqual(["old_score", "pupils", "score", "n"]);
  });
});
