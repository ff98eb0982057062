import {describe, expect, test} from "vitest";
import {isDate, readName, readPath} from "../../src/published-files/file-name.ts";

describe("readName(name)", () => {
  test.each([
    ["2018-2019_england_ks4final.csv", [2019], ["final"], []],
    ["2016-2017_850_ks4final.csv", [2017], ["final"], []],
    ["england_ks4provisional_2018-19.csv", [2019], ["provisional"], []],
    ["201819_KS4_REVISED.csv", [2019], ["revised"], []],
    ["links_edubasealldata20230421.csv", [], [], ["2023-04-21"]],
    ["extract 2018-05-01.csv", [], [], ["2018-05-01"]],
    ["school_list_2017-18_laestab_urn.csv", [2018], [], []],
    ["2018-2020.csv", [], [], []],
    ["2018-2019_and_2017-18.csv", [2019, 2018], [], []],
    ["twice 2018-19 and 2018/19.csv", [2019], [], []],
    ["edubase20180231.csv", [], [], []],
    ["1234567.csv", [], [], []],
    ["latest_inspections_as_at_30_June_2025.csv", [], [], ["2025-06-30"]],
    ["published by 31 Jan 2026.csv", [], [], ["2026-01-31"]],
    ["state-funded_schools_1_September_2015_to_31_August_2019.csv", [], [], ["2019-08-31"]],
    ["31_June_2025.csv", [], [], []],
    ["12_Foos_2025.csv", [], [], []],
    ["CFR_2021-22_Full_Data_Workbook.xlsx", [2022], [], []]
  ])("%s", (name, years, stages, snapshots) => {
    expect(readName(name)).toEqual({years, stages, snapshots});
  });

  test("a date is not also read as an academic year", () => {
    expect(readName("links20192001.csv").years).toEqual([]);
    expect(readName("edubase20190301.csv").years).toEqual([]);
  });
});

describe("readPath(parts)", () => {
  test("the file’s own name is heard before its folders", () => {
    expect(readPath(["2016-2017", "2018-2019_ks4final.csv"]).years).toEqual([2019]);
  });

  test("the nearest folder that says anything is heard", () => {
    expect(readPath(["2015-2016", "2016-2017", "ks4.csv"]).years).toEqual([2017]);
  });

  test("year, stage and date are each taken from the nearest part that says it", () => {
    expect(readPath(["final", "extracts 2018-05-01", "2018-2019.zip", "ks4.csv"])).toEqual({
      years: [2019],
      stages: ["final"],
      snapshots: ["2018-05-01"]
    });
  });

  test("a path that says nothing gives nothing", () => {
    expect(readPath(["data", "ks4.csv"])).toEqual({years: [], stages: [], snapshots: []});
  });
});

describe("isDate(text)", () => {
  test.each([
    ["2018-05-01", true],
    ["2020-02-29", true],
    ["2018-02-29", false],
    ["2018-2-1", false],
    ["1 May 2018", false],
    ["", false]
  ])("%j: %s", (text, is) => {
    expect(isDate(text)).toBe(is);
  });
});
