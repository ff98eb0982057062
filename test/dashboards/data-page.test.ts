import {describe, expect, test} from "vitest";
import {citation} from "../../dashboards/components/data/cite.ts";
import {sizeWords} from "../../dashboards/components/data/downloads.ts";
import {cellsByReason} from "../../dashboards/components/data/missing-table.ts";
import {holdings} from "../../dashboards/components/data/inventory.ts";
import {agreement, freshness, listSeriesSpans} from "../../dashboards/components/data/sources-table.ts";
import type {InventoryNote, MeasureRow, SourceRow} from "../../src/release/release.ts";

const file = (year: string | null, stage: string | null): SourceRow["files"][number] => ({
  file: "a.csv",
  year,
  stage,
  encoding: "utf-8",
  sha256: "0",
  rows: 1,
  school_rows: 1
});

describe("how fresh a source is", () => {
  test("is told by its years, and by the stage of the newest alone", () => {
    const files = [file("2022/23", "final"), file("2024/25", "provisional"), file("2023/24", "final")];
    expect(freshness({files})).toEqual({years: "2022/23 to 2024/25", stage: "provisional"});
  });

  test("is told by the days of extracts", () => {
    const files = [file("2018-05-01", null), file("2022-08-31", null)];
    expect(freshness({files}).years).toBe("1 May 2018 to 31 August 2022");
  });

  test("is told where a file is of no year, or has no stage", () => {
    expect(freshness({files: [file(null, null)]})).toEqual({years: "not by year", stage: "not stated"});
    expect(freshness({files: []})).toEqual({years: "no file in this release", stage: ""});
  });
});

test("totals are told with how many are not explained", () => {
  expect(agreement([])).toBe("no printed totals");
  expect(agreement([{printed: 1200, unexplained: 0}])).toBe("all explained");
  expect(
    agreement([
      {printed: 1200, unexplained: 3},
      {printed: 300, unexplained: 1}
    ])
  ).toBe("4 of 1,500 not explained");
});

test("years without a file are told as stretches", () => {
  expect(listSeriesSpans([])).toBe("");
  expect(listSeriesSpans([2011, 2012, 2013, 2016, 2018, 2019])).toBe("2010/11 to 2012/13, 2015/16, 2017/18 to 2018/19");
});

test("what is in, and the four reasons why something is not, have a line each", () => {
  const measures = [
    {id: "attainment8", label: "GCSE attainment", phases: ["secondary"]},
    {id: "absence", label: "Overall absence", phases: ["primary", "secondary", "special"]}
  ] as unknown as MeasureRow[];
  const note: InventoryNote = {
    read: [{measure: "absence", phases: ["primary", "special"], first: 2017, last: 2019}],
    lacking: [
      {
        ...{reason: "no_file", meaning: "No file holds it."},
        measures: [
          {measure: "attainment8", phases: ["secondary"]},
          {measure: "absence", phases: ["secondary"]}
        ]
      },
      {reason: "never_published", meaning: "Never published by school.", measures: []},
      {reason: "not_these_years", meaning: "Not for these years.", measures: []},
      {reason: "not_read", meaning: "Not read.", measures: []}
    ]
  };
  expect(holdings(note, measures)).toEqual([
    {what: "In this release", outcomes: ["Overall absence (primary, special): 2016/17 to 2018/19"]},
    {what: "No file holds it", outcomes: ["GCSE attainment", "Overall absence (secondary)"]},
    {what: "Never published by school", outcomes: ["School sport", "Extended services"]},
    {what: "Not for these years", outcomes: []},
    {what: "Not read", outcomes: []}
  ]);
});

test("cells are counted over all sources, numbers and reasons alike", () => {
  const sources = [
    {numbers: 5, missing: [{reason: "suppressed", cells: 9}]},
    {numbers: 6, missing: [{reason: "suppressed", cells: 1}]}
  ] as SourceRow[];
  expect(cellsByReason(sources)).toEqual([
    {reason: null, cells: 11},
    {reason: "suppressed", cells: 10}
  ]);
});

test("sizes are told in the unit that fits them", () => {
  expect([1, 820, 12_400, 3_400_000].map(sizeWords)).toEqual(["1 byte", "820 bytes", "12 kB", "3.4 MB"]);
});

test("a release is cited by its version, its plan and its date", () => {
  const release = {
    synthetic: true,
    made: "2026-11-22",
    version: "0.1.0",
    plan: "521767dd",
    replaced: [],
    estimated: "made" as const,
    schools: 1,
    first_year: 2007,
    last_year: 2025
  };
  expect(citation(release)).toBe(
    "School partnerships in England: what joining added. Version 0.1.0, plan 521767dd, made on 22 November 2026."
  );
});
