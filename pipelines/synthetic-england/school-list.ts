import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {plainColumns, publish, timePeriod, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {laestab} from "./school.ts";

/** One URN for each LAESTAB, the latest. */
export function schoolList({establishments}: England, year: AcademicYear): Published {
  const latest = new Map(
    establishments.filter(({opened}) => (opened ?? "") <= `${year}-08-31`).map((one) => [laestab(one), one])
  );
  const rows = [...latest].sort().map(([LAEstab, {urn, name, school}]) => ({
    AcademicYear: timePeriod(year),
    LA: school.authority.code,
    LAEstab,
    SchoolName: name,
    URN: urn
  }));
  return publish(
    "school_list_2017-18_laestab_urn.csv",
    plainColumns(["AcademicYear", "LA", "LAEstab", "SchoolName", "URN"]),
    rows
  );
}
