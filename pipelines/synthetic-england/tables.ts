import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Cells} from "./csv.ts";
import type {SchoolYear} from "./life.ts";
import {on, successor, tableDay, types, type School} from "./school.ts";

/** What every performance table says of a school, as the register had it on 12 September. */
export function schoolCells(life: SchoolYear, year: AcademicYear): Cells {
  const {school, census} = life;
  const then = on(school, tableDay(year))!;
  const ended = then.closed !== null && then.closed <= `${year}-08-31`;
  const next = ended ? successor(then) : undefined;
  const {letters} = types[then.type];
  return {
    record_type: school.phase === "special" ? 2 : 1,
    ALPHAIND: 10_000 + school.id * 7,
    la_code: school.authority.code,
    estab: then.estab,
    urn: then.urn,
    school_name: then.name,
    SCHNAME_AC: next?.name,
    URN_AC: next?.urn,
    ADDRESS1: school.street,
    TOWN: school.town,
    postcode: school.postcode,
    TELNUM: school.telephone,
    CONTFLAG: 0,
    closed: ended && !next ? 1 : 0,
    school_type: letters,
    religious_character: school.religion,
    admissions_policy: findAdmissions(school, year),
    gender: "MIXED",
    FEEDER: 0,
    TABKS2: 0,
    TAB1618: school.ages[1] > 16 ? 1 : 0,
    age_range: school.ages.join("-"),
    CONFEXAM: school.id % 4 === 0 ? "R" : "",
    roll: isNew(life, year) ? "NEW" : census.roll
  };
}

/** How the tables of a year say whether a school selects its pupils. */
function findAdmissions({phase, selective, authority}: School, year: AcademicYear): string {
  if (phase !== "secondary") return "NA";
  if (selective) return "SEL";
  return year < 2017
    ? authority.selects
      ? "MOD"
      : "COMP"
    : authority.selects
      ? "NON SEL IN HIGHLY SEL AREA"
      : "OTHER NON SEL";
}

/** Opened at the start of the year, from nothing: its roll is not printed yet. */
const isNew = ({school, ks4, ks2}: SchoolYear, year: AcademicYear): boolean =>
  !ks4 && !ks2 && school.establishments[0].opened === `${year - 1}-09-01`;

/** The rolls of several schools: those that their rows print. */
export const printedRoll = (lives: readonly SchoolYear[], year: AcademicYear): number =>
  lives.reduce((sum, life) => sum + (isNew(life, year) ? 0 : life.census.roll), 0);
