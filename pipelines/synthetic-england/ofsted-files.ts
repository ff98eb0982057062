import judgements from "../sources/ofsted_judgements/source.ts";
import inspections from "../sources/ofsted_inspections/source.ts";
import latest from "../sources/ofsted_latest/source.ts";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {pickColumns, publish, type Cells, type Printed, type Published, type Row, type Style} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives} from "./life.ts";
import {simulateVisit, type Visit} from "./ofsted.ts";
import {laestab, on, types, type Establishment, type School} from "./school.ts";
import {slashed} from "./statistics.ts";

/** The last year of the framework before; of overall grades; and of the list of every inspection. */
const ERAS = {list: 2019, overall: 2024};

const schoolNames: Record<School["phase"], string> = {primary: "Primary", secondary: "Secondary", special: "Special"};
const style: Style = {encoding: "windows-1252"};

/** Every inspection of the first years in one file, and after that each August the last inspection of every school. */
export function ofstedFiles(_: England, years: readonly AcademicYear[], lives: Lives): Published[] {
  const last = new Map<School, Visit>();
  const all: Visit[] = [];
  const files: Published[] = [];
  for (const year of years) {
    const open = lives.in(year).map(({school}) => school);
    for (const life of lives.in(year)) {
      const visit = simulateVisit(life);
      if (!visit) continue;
      last.set(life.school, visit);
      if (year <= ERAS.list) all.push(visit);
    }
    if (year === ERAS.list) files.push(listFile(all));
    if (year > ERAS.list && year <= ERAS.overall) files.push(latestFile(year, open, last));
    if (year > ERAS.overall) files.push(judgementsFile(year, open, last));
  }
  return files;
}

const firstColumns = ["Web Link", "urn", "laestab", "school_name", "school_phase", "school_type", "la_name"];

function listFile(all: readonly Visit[]): Published {
  const layout = [
    ...firstColumns,
    "inspection_number",
    "inspection_type",
    "inspection_date",
    "publication_date",
    "overall_effectiveness",
    "category_of_concern",
    "outcomes_for_pupils",
    "teaching",
    "leadership",
    "personal_development"
  ];
  const rows = all.flatMap((visit): Cells[][] => {
    const cells = [establishmentCells(visit.of), visitCells(visit)];
    const {education, overall} = visit;
    const full = {inspection_type: "School inspection", teaching: education, outcomes_for_pupils: education};
    if (overall < 3) return [[...cells, full]];
    const monitoring = {inspection_number: `${readNumber(visit)}M`, inspection_date: monitored(visit.day)};
    return [
      [...cells, full],
      [...cells, ungraded, monitoring]
    ];
  });
  const title = "Management information – state-funded schools: inspections from 1 September 2015 to 31 August 2019";
  return titled(
    "ofsted/Management_information_-_state-funded_schools_1_September_2015_to_31_August_2019.csv",
    [title],
    pickColumns(inspections, ERAS.list, layout),
    rows
  );
}

/** A weak school is visited again half a year later, and not graded. */
const ungraded: Cells = {
  inspection_type: "S8 monitoring visit",
  overall_effectiveness: 9,
  outcomes_for_pupils: 9,
  teaching: 9,
  leadership: 9,
  personal_development: 9
};

const monitored = (day: string): string =>
  slashed(`${Number(day.slice(0, 4)) + (day.slice(5, 7) > "06" ? 1 : 0)}-06-${day.slice(8)}`);

const readNumber = ({of, life}: Visit): number => 10_000_000 + 100 * (of.urn - 900_000) + (life.year - 2000);

function visitCells(visit: Visit): Cells {
  const {day, overall, leadership, education, behaviour, personal_development} = visit;
  return {
    inspection_number: readNumber(visit),
    inspection_date: slashed(day),
    publication_date: slashed(`${day.slice(0, 8)}${String(Math.min(28, Number(day.slice(8)) + 2)).padStart(2, "0")}`),
    overall_effectiveness: overall,
    category_of_concern: overall === 4 ? "SWK" : "NULL",
    leadership,
    quality_of_education: education,
    behaviour,
    personal_development,
    safeguarding: overall === 4 ? "No" : "Yes"
  };
}

const establishmentCells = (of: Establishment): Cells => ({
  "Web Link": `https://example.org/inspections/${of.urn}`,
  urn: of.urn,
  laestab: laestab(of),
  school_name: of.name,
  school_phase: schoolNames[of.school.phase],
  school_type: types[of.type].name,
  la_name: of.school.authority.name
});

const grades = [
  "overall_effectiveness",
  "category_of_concern",
  "quality_of_education",
  "behaviour",
  "personal_development",
  "leadership",
  "safeguarding"
];
const inspected = ["inspection_number", "inspection_date", "publication_date", "urn", "laestab", "school_name"];
const now = ["Web link", "urn_now", "laestab_now", "school_name_now", "school_phase", "school_type", "la_name"];

/** Of a school that was not inspected yet. */
const never: Cells = Object.fromEntries([...inspected, ...grades].map((name) => [name, "NULL"]));

/** The school as it is now, and its last inspection, maybe of a predecessor; NULL where there was none yet. */
function lastCells(school: School, day: string, visit: Visit | undefined): Cells[] {
  const {urn, laestab: number, school_name, ...others} = establishmentCells(on(school, day)!);
  const named = {
    "Web link": others["Web Link"],
    urn_now: urn,
    laestab_now: number,
    school_name_now: school_name
  };
  if (!visit) return [others, named, never];
  const of = establishmentCells(visit.of);
  const {year} = visit.life;
  const found = {urn: of["urn"], laestab: of["laestab"], school_name: of["school_name"]};
  const before =
    year <= ERAS.list ? {quality_of_education: "NULL", behaviour: "NULL", personal_development: "NULL"} : {};
  const after = year > ERAS.overall ? {overall_effectiveness: "Not judged"} : {};
  return [others, named, visitCells(visit), found, before, after];
}

function* collectRows(open: readonly School[], last: ReadonlyMap<School, Visit>, day: string): Generator<Cells[]> {
  for (const school of open) if (!school.independent && on(school, day)) yield lastCells(school, day, last.get(school));
}

function latestFile(year: AcademicYear, open: readonly School[], last: ReadonlyMap<School, Visit>): Published {
  const day = `${year}-08-31`;
  const name =
    year === ERAS.overall
      ? "State_funded_schools_inspections_and_outcomes"
      : "Management_information_-_state-funded_schools_-_latest_inspections";
  const columns = pickColumns(latest, year, [...now, ...inspected, ...grades]);
  return publish(`ofsted/${name}_as_at_31_August_${year}.csv`, columns, collectRows(open, last, day), style);
}

function judgementsFile(year: AcademicYear, open: readonly School[], last: ReadonlyMap<School, Visit>): Published {
  const day = `${year}-08-31`;
  const columns = pickColumns(judgements, 2024, [...now, ...inspected, ...grades, "ungraded_date", "ungraded_outcome"]);
  const ungradedCells = {ungraded_date: "NULL", ungraded_outcome: "NULL"};
  const rows = [...collectRows(open, last, day)].map((cells) => [...cells, ungradedCells]);
  return titled(
    `ofsted/Management_information_-_state-funded_schools_-_latest_inspections_as_at_31_Aug_${year}.csv`,
    [`Latest inspections of state-funded schools as at 31 August ${year}`, ""],
    columns,
    rows
  );
}

/** A file with lines above its header. */
function titled(path: string, above: readonly string[], columns: readonly Printed[], rows: readonly Row[]): Published {
  const first = columns[0];
  const title = publish(
    path,
    [{name: above[0], cells: "none"}],
    above.slice(1).map((cell) => [cell]),
    style
  );
  const {bytes} = publish(path, [first, ...columns.slice(1)], rows, style);
  return {path, bytes: Buffer.concat([title.bytes, bytes])};
}
