import {describe, expect, test} from "vitest";
import {fitsPattern, nearestNames, sayPattern} from "../../src/published-files/file-pattern.ts";

describe("fitsPattern(pattern, name)", () => {
  test.each([
    ["######_schools_{provisional,revised,final}", "202526_schools_Revised", true],
    ["######_schools_{provisional,revised,final}", "2025_schools_revised", false],
    ["sickness_absence_teachers{,_2010_####}_sch", "sickness_absence_teachers_sch", true],
    ["sickness_absence_teachers{,_2010_####}_sch", "sickness_absence_teachers_2010_2025_sch", true],
    ["latest_inspections{_as,}_at_*_20##.csv", "latest_inspections_at_31_Dec_2019.csv", true],
    ["england_abs.csv", "england_absXcsv", false],
    ["{,1_,1a_}absence_3term_school", "Absence_2term_school", false]
  ])("%s and %s: %s", (pattern, name, fits) => {
    expect(fitsPattern(pattern, name)).toBe(fits);
  });
});

describe("sayPattern(pattern)", () => {
  test("lists the names, with dots for what changes", () => {
    expect(sayPattern("######_schools_{revised,final}.csv")).toBe("…_schools_revised.csv or …_schools_final.csv");
  });
});

describe("nearestNames(pattern, names)", () => {
  test("puts those first that share most words", () => {
    const names = ["Absence_2term_nat_reg_la", "exc_school", "Absence_2term_school", "vacancies"];
    expect(nearestNames("{,1a_}absence_3term_school", names, 2)).toEqual([
      "Absence_2term_school",
      "Absence_2term_nat_reg_la"
    ]);
  });
});
