import source from "../sources/school_information/source.ts";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {pickColumns, date, publish, tableYear, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {writeAdmissions} from "./register.ts";
import {laestab, tableDay, types} from "./school.ts";

const layout = [
  "urn",
  "la_name",
  "la_code",
  "ESTAB",
  "laestab",
  "school_name",
  "STREET",
  "LOCALITY",
  "ADDRESS3",
  "town",
  "postcode",
  "status",
  "open_date",
  "close_date",
  "minor_group",
  "school_type",
  "is_primary",
  "is_secondary",
  "is_post16",
  "age_low",
  "age_high",
  "gender",
  "religious_character",
  "admissions_policy"
];

/** The register as the performance tables of a year print it. */
export function informationTable(england: England, year: AcademicYear): Published {
  const end = `${year + 1}-08-31`;
  const rows = england.establishments
    .filter(({opened, closed}) => (opened ?? "") <= end && (closed ?? "9999") >= `${year - 2}-09-01`)
    .map((establishment) => {
      const {school, opened, closed, type} = establishment;
      return {
        urn: establishment.urn,
        la_name: school.authority.name,
        la_code: school.authority.code,
        ESTAB: establishment.estab,
        laestab: laestab(establishment),
        school_name: establishment.name,
        STREET: school.street,
        town: school.town,
        postcode: school.postcode,
        status: closed && closed <= end ? "Closed" : "Open",
        open_date: opened && opened > tableDay(year) ? date(opened, "dd-mm-yyyy") : "",
        close_date: closed && closed <= end ? date(closed, "dd-mm-yyyy") : "",
        minor_group: minorGroup(types[type].group),
        school_type: types[type].name,
        is_primary: school.phase === "primary" ? 1 : 0,
        is_secondary: school.phase === "primary" ? 0 : 1,
        is_post16: school.ages[1] > 16 ? 1 : 0,
        age_low: school.ages[0],
        age_high: school.ages[1],
        gender: "Mixed",
        religious_character: school.religion,
        admissions_policy: writeAdmissions(school)
      };
    });
  const path = `performance_tables/${tableYear(year)}_england_school_information.csv`;
  return publish(path, pickColumns(source, year, layout), rows, {
    encoding: year < 2022 ? "utf-8" : "utf-8 with mark"
  });
}

const minorGroup = (group: string): string =>
  ({
    "Local authority maintained schools": "Maintained school",
    "Special schools": "Special school",
    "Independent schools": "Independent school"
  })[group] ?? "Academy";
