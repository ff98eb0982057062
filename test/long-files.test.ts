import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {outcomes} from "./support/outcomes.ts";

const sample = (id: string, file: string): string => readFileSync(`test/input/${id}/${file}`, "utf8");
const ks5 = sample("ks5_performance_ees", "institution_performance_202225_API.csv");
const ks5Table = sample("ks5_performance", "2023-2024_england_ks5final.csv");

describe("a long file, with a row for each group and subject", () => {
  test("gives a school one outcome a year, from the row of all its A level students", async () => {
    const reported = await outcomes({"institution.csv": ks5}, "a_level_points");
    const values = reported.map(({school_id, academic_year, value, missing}) => [
      school_id,
      academic_year,
      value ?? missing
    ]);
    expect(values).toEqual([
      [900001, 2022, 36.1],
      [900001, 2024, 33.4],
      [900003, 2024, "suppressed"],
      [900008, 2024, "not_applicable"]
    ]);
  });

  test("gives figures that other rows of the school hold", async () => {
    const reported = await outcomes({"institution.csv": ks5}, "level3_maths_pct");
    const values = reported.map(({school_id, academic_year, value, missing}) => [
      school_id,
      academic_year,
      value ?? missing
    ]);
    expect(values).toEqual([
      [900001, 2022, 38.5],
      [900001, 2024, 38.5],
      [900003, 2024, "suppressed"],
      [900008, 2024, "not_applicable"]
    ]);
  });

  test("is heard where the performance table has no value, and only there", async () => {
    const changed = ks5.replace(",33.4,C+,91,", ",20,C+,91,");
    const without = ks5Table.replace(",33.4,C+,", ",SUPP,C+,");
    const value = async (table: string) =>
      (await outcomes({"institution.csv": changed, "2023-2024_england_ks5final.csv": table}, "a_level_points")).find(
        ({school_id, academic_year}) => school_id === 900001 && academic_year === 2024
      )?.value;
    expect([await value(ks5Table), await value(without)]).toEqual([33.4, 20]);
  });

  test("of key stage 4 gives all pupils’ results, not those of a group", async () => {
    const file = sample("ks4_performance_ees", "202425_performance_tables_schools_final.csv");
    const reported = await outcomes({"202425_performance_tables_schools_final.csv": file}, "ks4_attainment");
    expect(reported.map(({school_id, academic_year, value}) => [school_id, academic_year, value])).toEqual([
      [900001, 2024, 46.9],
      [900001, 2025, 47.3],
      [900005, 2024, null],
      [900006, 2024, null]
    ]);
  });

  test("of key stage 2 gives the three subjects together, of one year and not the mean of three", async () => {
    const file = sample("ks2_performance_ees", "ks2_school_attainment_data.csv");
    const reported = await outcomes({"ks2_school_attainment_data.csv": file}, "ks2_attainment");
    expect(reported.map(({school_id, academic_year, value}) => [school_id, academic_year, value])).toEqual([
      [900011, 2023, 58.5],
      [900011, 2025, 61],
      [900012, 2023, null]
    ]);
  });
});

describe("destinations after 16 to 18 study", () => {
  test("are outcomes of the year in which students finished: two years before the table’s", async () => {
    const file = sample("ks5_destinations", "2022-2023_england_ks5-studest.csv");
    const reported = await outcomes({"2022-2023_england_ks5-studest.csv": file}, "education_after_18_pct");
    expect(reported.find(({school_id}) => school_id === 900001)).toMatchObject({academic_year: 2021, value: 65});
  });

  test("in higher education: three years before", async () => {
    const file = sample("ks5_higher_education", "2024-2025_england_ks5-studest-he.csv");
    const reported = await outcomes({"2024-2025_england_ks5-studest-he.csv": file}, "higher_education_pct");
    expect(reported.find(({school_id}) => school_id === 900001)).toMatchObject({academic_year: 2022, value: 66});
  });
});

describe("destinations in a long file", () => {
  const file = sample("ks4_destinations_ees", "ees_ks4_inst_202223.csv");
  const header = "RECTYPE,LEA,ESTAB,URN,SCHNAME,NFTYPE,COHORT,OVERALL_DEST,EDUCATION,OVERALL_DESTPER,EDUCATIONPER";
  const table = (education: string) =>
    `${header}\n1,901,4001,900001,Ash,CY,180,170,159,94%,${education}\nNAT,,,,,,,,,,\n`;
  const find = async (files: Parameters<typeof outcomes>[0], measure: string) =>
    (await outcomes(files, measure)).map(({school_id, academic_year, value, missing}) => [
      school_id,
      academic_year,
      value ?? missing
    ]);

  test("are of the year that its rows state, and of all pupils, in per cent and not in numbers", async () => {
    expect(await find({"ees_ks4_inst_202223.csv": file}, "sustained_education_pct")).toEqual([
      [900001, 2022, 87.5],
      [900001, 2023, 88.3],
      [900007, 2023, "suppressed"]
    ]);
  });

  test("fill in what the performance table of two years later has not", async () => {
    const value = async (education: string) =>
      (
        await find(
          {"ees_ks4_inst_202223.csv": file, "2024-2025_england_ks4-pupdest.csv": table(education)},
          "sustained_education_pct"
        )
      )[1];
    expect([await value("88%"), await value("SUPP")]).toEqual([
      [900001, 2023, 88],
      [900001, 2023, 88.3]
    ]);
  });

  test("after 16 to 18 are those of students at all levels", async () => {
    const after18 = sample("ks5_destinations_ees", "ees_ks5_inst_202223.csv");
    expect(await find({"ees_ks5_inst_202223.csv": after18}, "education_after_18_pct")).toEqual([
      [900001, 2022, 66.7],
      [900001, 2023, 67]
    ]);
  });
});
