import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {outcomes} from "../support/outcomes.ts";
import type {Files} from "../support/published-files.ts";

const inputs = (...paths: readonly string[]): Files =>
  Object.fromEntries(paths.map((path) => [path, readFileSync(`test/input/${path}`)]));

const accounts = inputs(
  "finance_academies/AAR_2021-22_download.csv",
  "finance_maintained/CFR_2021-22_Full_Data_Workbook.csv"
);
const ofsted = inputs(
  "ofsted_inspections/Management_information_-_state-funded_schools_1_September_2015_to_31_August_2019.csv",
  "ofsted_latest/Management_information_-_state-funded_schools_-_latest_inspections_as_at_31_Aug_2022.csv",
  "ofsted_latest/State_funded_schools_inspections_and_outcomes_as_at_31_August_2024.csv",
  "ofsted_judgements/Management_information_-_state-funded_schools_-_latest_inspections_as_at_30_June_2025.csv"
);

describe("spending per pupil", () => {
  test("of an academy that changed its trust is both returns out of the pupils of the year", async () => {
    const found = await outcomes(accounts, "expenditure_per_pupil");
    // £585,000 in seven months of 200 pupils, £425,000 in five of 210: 116.67 + 87.5 pupils for a year.
    const {value} = found.find(({school_id}) => school_id === 900020)!;
    expect(value).toBeCloseTo(1_010_000 / ((200 * 7 + 210 * 5) / 12), 9);
  });

  test("of an academy that opened in the year is none, for a reason", async () => {
    const found = await outcomes(accounts, "expenditure_per_pupil");
    expect(found.find(({school_id}) => school_id === 900021)).toMatchObject({value: null, missing: "part_year"});
  });

  test("of a federation’s schools is what the federation spends on all its pupils", async () => {
    const found = await outcomes(accounts, "expenditure_per_pupil");
    const of = (school: number) => found.find(({school_id}) => school_id === school)!.value;
    expect([of(900010), of(900011)]).toEqual([2_000_000 / 445, 2_000_000 / 445]);
  });

  test("of a school whose lead is not in the file is none, for a reason", async () => {
    const found = await outcomes(accounts, "expenditure_per_pupil");
    expect(found.find(({school_id}) => school_id === 900015)).toMatchObject({
      value: null,
      missing: "reported_elsewhere"
    });
  });
});

describe("an inspection’s grade", () => {
  test("stands in the academic year of the inspection, and belongs to the school that was inspected", async () => {
    const found = await outcomes(ofsted, "inspection_grade");
    expect(found.map(({school_id, academic_year, value}) => [school_id, academic_year, value])).toEqual([
      [900001, 2016, 3],
      [900001, 2018, 2],
      [900001, 2022, 2],
      [900002, 2019, 3],
      [900003, 2022, 1],
      [900004, 2024, 2],
      [900010, 2023, 3]
    ]);
  });

  test("of leadership goes on after overall grades ended", async () => {
    const found = await outcomes(ofsted, "inspection_leadership_grade");
    expect(found.find(({school_id, academic_year}) => school_id === 900001 && academic_year === 2025)!.value).toBe(1);
  });
});

describe("teachers who stay", () => {
  test("are told out of the teachers of the November before", async () => {
    const found = await outcomes(
      inputs("teacher_turnover/teacher_turnover_2010_2024_sch.csv"),
      "teacher_retention_pct"
    );
    expect(
      found.find(({school_id, academic_year}) => school_id === 900002 && academic_year === 2019)!.value
    ).toBeCloseTo((100 * 51.2) / 60.2, 9);
  });

  test("are told of no school without teachers", async () => {
    const found = await outcomes(
      inputs("teacher_turnover/teacher_turnover_2010_2024_sch.csv"),
      "teacher_retention_pct"
    );
    expect(found.find(({school_id}) => school_id === 900003)).toMatchObject({value: null, missing: "not_applicable"});
  });
});

describe("pupils for each teacher", () => {
  test("are read from the statistics, and from the tables where those do not tell", async () => {
    const found = await outcomes(
      inputs("workforce_ratios/workforce_ptrs_2010_2024_sch.csv", "workforce_tables/2017-2018_england_swf.csv"),
      "pupil_teacher_ratio"
    );
    const of = (school: number, year: number) =>
      found.find(({school_id, academic_year}) => school_id === school && academic_year === year)!.value;
    expect([of(900002, 2011), of(900002, 2018)]).toEqual([16, 16.8]);
  });
});
