import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import ks5 from "../sources/ks5_performance/source.ts";
import {pickColumns, decimals, publish, tableYear, type Cells, type Printed, type Published} from "./csv.ts";
import type {Consortium} from "./consortia.ts";
import type {England} from "./england.ts";
import {FEWEST} from "./ks4-cells.ts";
import {results, schoolResults} from "./ks5-cells.ts";
import {ks5In, ks5Sum} from "./ks5.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {laestab, on, tableDay} from "./school.ts";
import {schoolCells} from "./tables.ts";

const about = [
  "record_type",
  "la_code",
  "estab",
  "urn",
  "school_name",
  "ADDRESS3",
  "TOWN",
  "postcode",
  "TELNUM",
  "closed"
];
const numbers = Object.entries(ks5.columns)
  .filter(([name, {is}]) => is === "number" || name === "a_level_grade")
  .map(([name]) => name);

/** The columns of a year. A college’s type stands next to a school’s, and the gender’s name is shorter, from 2015/16. */
function layOut(year: AcademicYear): Printed[] {
  const [type, gender] = year < 2016 ? ["NFTYPE", "GENDER1618"] : ["NFTYPE/FESITYPE", "GEND1618"];
  return [
    ...pickColumns(ks5, year, about),
    {name: type, cells: "school_type"},
    ...pickColumns(ks5, year, ["religious_character"]),
    {name: "ADMPOL", cells: "admissions_policy"},
    {name: gender, cells: "gender"},
    ...pickColumns(ks5, year, ["age_range", ...numbers]),
    ...(year >= 2017 ? [{name: `TALLPPE_ALEV_1618_${String(before(year)).slice(2)}`, cells: "points_before"}] : [])
  ];
}

/** The year before with tables of its own. */
const before = (year: AcademicYear): AcademicYear => (year === 2022 ? 2019 : year - 1);

/** The 16 to 18 table of a year: schools with a sixth form, authorities and the nation. */
export function ks5Table(england: England, year: AcademicYear, lives: Lives): Published {
  const taught = lives
    .in(year)
    .filter(({school}) => school.phase === "secondary" && school.ages[1] > 16 && on(school, tableDay(year)));
  const rows = taught.map((life): Cells[] => {
    const own = ks5In(life);
    const then = year >= 2017 ? lives.of(life.school, before(year)) : undefined;
    return [
      schoolCells(life, year),
      own ? schoolResults(own, life.school.independent, year) : {students: "NEW"},
      {points_before: then ? awardPoints(then) : "NA"}
    ];
  });
  const state = taught.filter(({school}) => !school.independent);
  const authorities = england.authorities.map(({code}) => ({
    ...total(
      state.filter(({school}) => school.authority.code === code),
      year
    ),
    record_type: 4,
    la_code: code
  }));
  const consortia = england.consortia.flatMap((one) => consortiumRow(one, taught, year));
  const path = `performance_tables/${tableYear(year)}_england_ks5final.csv`;
  const nation = [
    {...total(taught, year), record_type: 5},
    {...total(state, year), record_type: 7}
  ];
  return publish(path, layOut(year), [...rows, ...consortia, ...authorities, ...nation], {
    encoding: year <= 2014 ? "windows-1252" : "utf-8 with mark"
  });
}

/** What stands in the columns of the address of a consortium: the numbers of its schools, right after one another. */
const addresses = ["ADDRESS3", "TOWN", "postcode", "TELNUM"];

/** A sixth form of several schools: their students together, which are in the schools’ own rows too. */
function consortiumRow(
  {in_tables, urn, estab, name, authority, members}: Consortium,
  taught: readonly SchoolYear[],
  year: AcademicYear
): Cells[] {
  const day = tableDay(year);
  const lives = members
    .filter(({joined}) => joined <= day)
    .flatMap(({school}) => taught.find((life) => life.school === school) ?? []);
  const sum = ks5Sum(lives.flatMap((life) => ks5In(life) ?? []));
  if (!in_tables || !sum) return [];
  const schools = lives.map(({school}) => laestab(on(school, day)!));
  return [
    {
      ...schoolResults(sum, false, year),
      record_type: 3,
      la_code: authority.code,
      estab,
      urn,
      school_name: name,
      closed: 0,
      ...Object.fromEntries(addresses.map((column, i) => [column, schools[i]]))
    }
  ];
}

function awardPoints(then: SchoolYear): number | string {
  const own = ks5In(then);
  return !own || own.a_level < FEWEST ? "NA" : decimals(own.points / own.entries, 2);
}

/** What the rows of authorities and the nation leave out. */
const unprinted = /^(value_added|points_before)|retained/;

function total(some: readonly SchoolYear[], year: AcademicYear): Cells {
  const sum = ks5Sum(some.flatMap((life) => ks5In(life) ?? []));
  const cells = Object.entries(sum ? results(sum, year) : {}).filter(([name]) => !unprinted.test(name));
  const none = (name: string) => (ks5.columns[name].total === "sum" ? 0 : "");
  return Object.fromEntries(cells.map(([name, cell]) => [name, cell === "NE" ? none(name) : cell]));
}
