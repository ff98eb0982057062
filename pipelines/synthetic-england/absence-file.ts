import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {total} from "./absence.ts";
import {date, per, plainColumns, publish, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {academyLabel, placeCells, placeNames, slashed} from "./statistics.ts";
import {censusDay, on, type School} from "./school.ts";
import {zip} from "./zip.ts";

const withLeave = [
  "illness",
  "appointments",
  "religious",
  "study",
  "traveller",
  "holiday",
  "ext_holiday",
  "excluded",
  "other"
].map((reason) => [`sess_auth_${reason}`, reason] as const);
const without = ["holiday", "late", "other", "noyet"].map((reason) => [`sess_unauth_${reason}`, reason] as const);

const header = [
  "time_period",
  "time_identifier",
  ...placeNames,
  "school_type",
  "school_name",
  "trust",
  "estab",
  "school_laestab",
  "school_urn",
  "academy_type",
  "academy_open_date",
  "all_through",
  "num_schools",
  "enrolments",
  "sess_possible",
  "sess_overall",
  "sess_authorised",
  "sess_unauthorised",
  "sess_overall_percent",
  "sess_authorised_percent",
  "sess_unauthorised_percent",
  "enrolments_pa_10_exact",
  "enrolments_pa_10_exact_percent",
  "enrolments_pa_50_exact",
  "enrolments_pa_50_exact_percent",
  ...withLeave.map(([column]) => column),
  "sess_auth_totalreasons",
  ...without.map(([column]) => column),
  "sess_unauth_totalreasons",
  "sess_overall_totalreasons",
  "sess_x_covid",
  "sess_y_exceptional"
];

/** Absence of every school over the full year, with and without leave, the latest year first. */
export function absenceFile(england: England, years: readonly AcademicYear[], lives: Lives): Published {
  const trusts = trustNames(england);
  function* rows(): Generator<Cells[]> {
    for (const year of [...years].reverse())
      for (const life of lives.in(year))
        if (!life.school.independent) yield schoolRow(life, trusts.get(life.school) ?? []);
  }
  const file = publish("data/1a_absence_3term_school.csv", plainColumns(header), rows());
  return zip("ees/pupil-absence-in-schools-in-england_2022-23.zip", [file]);
}

type TrustEpisode = {name: string; joined: string; left: string | null};

function trustNames({groups}: England): Map<School, TrustEpisode[]> {
  const episodes = new Map<School, TrustEpisode[]>();
  for (const {type, name, members} of groups) {
    if (type !== "Multi-academy trust") continue;
    for (const {school, joined, left} of members)
      episodes.set(school, [...(episodes.get(school) ?? []), {name, joined, left}]);
  }
  return episodes;
}

function schoolRow(life: SchoolYear, episodes: readonly TrustEpisode[]): Cells[] {
  const {school, year, absence} = life;
  const {enrolments, possible, persistent} = absence;
  const then = on(school, censusDay(year))!;
  const label = academyLabel(then, "new");
  const authorised = total(absence.authorised);
  const unauthorised = total(absence.unauthorised);
  const day = censusDay(year);
  const trust = episodes.find(({joined, left}) => joined <= day && (left ?? "9999") >= day);
  const [yearly, place] = placeCells(life);
  const about = {
    school_name: then.name,
    // The name of the trust is printed from 2020/21 on, and the date as the database has it in that year.
    trust: year >= 2021 ? trust?.name : "",
    school_laestab: place["laestab"],
    school_urn: place["urn"],
    academy_type: label,
    academy_open_date: label ? (year === 2021 ? date(then.opened, "Mon  d yyyy") : slashed(then.opened)) : "",
    num_schools: 1
  };
  const counts = {
    enrolments,
    sess_possible: possible,
    sess_overall: authorised + unauthorised,
    sess_authorised: authorised,
    sess_unauthorised: unauthorised,
    sess_overall_percent: per(authorised + unauthorised, possible, 5),
    sess_authorised_percent: per(authorised, possible, 5),
    sess_unauthorised_percent: per(unauthorised, possible, 5),
    enrolments_pa_10_exact: persistent[10],
    enrolments_pa_10_exact_percent: per(persistent[10], enrolments, 5),
    enrolments_pa_50_exact: persistent[50],
    enrolments_pa_50_exact_percent: per(persistent[50], enrolments, 5),
    sess_auth_totalreasons: authorised,
    sess_unauth_totalreasons: unauthorised,
    sess_overall_totalreasons: authorised + unauthorised,
    sess_x_covid: year >= 2021 ? absence.covid : "z",
    sess_y_exceptional: year >= 2021 ? 0 : "z"
  };
  const byReason: Cells = {};
  for (const [column, reason] of withLeave) byReason[column] = absence.authorised[reason] ?? "z";
  for (const [column, reason] of without) byReason[column] = absence.unauthorised[reason];
  return [yearly, place, about, counts, byReason];
}
