import {expect, test} from "vitest";
import {
  COVARIATES,
  covariateName,
  listControlled,
  leftOutRows
} from "../../dashboards/components/comparison/covariates.ts";
import {design} from "../../src/design.ts";

const measures = [{id: "overall_absence_pct", label: "Overall absence"}];

test("every entry of the plan has a name that a reader knows", () => {
  const {same_trend, same_past} = design.covariates;
  const ids = [...same_trend, ...same_past].map((entry) => entry.replace("²", ""));
  expect(ids.filter((id) => !(id in COVARIATES))).toEqual([]);
  expect(covariateName("overall_absence_pct²", measures)).toBe("Overall absence, earlier");
});

test("a thing that is known of a school has one row, with its square and its values", () => {
  const controlled = {
    same_trend: ["log_roll", "log_roll²", "region: London"],
    same_past: ["log_roll", "region: London", "own"],
    left_out: []
  };
  expect(listControlled(controlled, measures)).toEqual([
    {name: "Pupils on roll", a: "counts, with its square", b: "counts"},
    {name: "Region", a: "counts", b: "counts"},
    {name: "The outcome itself, earlier", a: "does not", b: "counts"}
  ]);
});

test("what was left out is told once, for all years of joining that it is true of", () => {
  const left_out = [
    {name: "eal", cohorts: [2016]},
    {name: "eal²", cohorts: [2015, 2016]},
    {name: "own²", cohorts: [2017]}
  ];
  expect(leftOutRows({same_trend: [], same_past: [], left_out}, measures)).toEqual([
    {name: "Pupils whose first language is not English", cohorts: [2015, 2016]},
    {name: "The outcome itself, earlier (its square)", cohorts: [2017]}
  ]);
});
