import {group, index, max, min} from "d3";
import type {AcademicYear} from "../../src/academic-year.ts";
import {absenceOf, type Absence} from "./absence.ts";
import {censusOf, type Census} from "./census.ts";
import {clamp, draws, type Draw} from "./draw.ts";
import type {England} from "./england.ts";
import {exclusionsOf, type Exclusions} from "./exclusions.ts";
import {ks2Of, type Ks2} from "./ks2.ts";
import {ks4Of, type Ks4} from "./ks4.ts";
import type {PlantedRole} from "./partnerships.ts";
import {plan} from "./plan.ts";
import {levelOf} from "./schools.ts";
import {censusDay, cohortOf, on, type School} from "./school.ts";

/** What a school is like in an academic year, before pupils are drawn. */
export interface Standing {
  school: School;
  year: AcademicYear;
  /** Results, in standard deviations between schools. */
  result: number;
  /** What its pupils brought with them, on the same scale. */
  prior: number;
  /** Years of support so far: 1 in the year of joining; 0 before, and for every other school. */
  supported: number;
  draw: Draw;
}

/** A school in an academic year: everything that is published about it, before anything is hidden. */
export interface SchoolYear {
  school: School;
  year: AcademicYear;
  census: Census;
  absence: Absence;
  exclusions: Exclusions;
  /** Null in the first years of a new school, and in the other phase. */
  ks4: Ks4 | null;
  ks2: Ks2 | null;
}

/** Every school in every year. */
export interface Lives {
  in(year: AcademicYear): readonly SchoolYear[];
  of(school: School, year: AcademicYear): SchoolYear | undefined;
}

/** Lives through every year. */
export function live(england: England): Lives {
  const roles = group(england.roles, ({school}) => school);
  const all = england.schools.flatMap((school) => liveThrough(england.seed, school, roles.get(school) ?? []));
  const years = group(all, ({year}) => year);
  const schools = index(
    all,
    ({school}) => school,
    ({year}) => year
  );
  return {in: (year) => years.get(year) ?? [], of: (school, year) => schools.get(school)?.get(year)};
}

function liveThrough(seed: number, school: School, roles: readonly PlantedRole[]): SchoolYear[] {
  const draw = draws(seed, "life", school.id);
  const {first, last} = plan.years;
  const level = levelOf(school);
  const prior = -0.5 * school.deprivation + 0.35 * school.quality;
  const supportedFrom = min(roles, ({role, from}) => (role === "supported" ? cohortOf(from) : undefined)) ?? Infinity;
  let walk = 0;
  const years: SchoolYear[] = [];
  for (let year = first; year <= last; year++) {
    walk += plan.level.walk * draw.normal();
    const shock = plan.level.shock * draw.normal();
    const bad = year + 1 === supportedFrom && isSponsored(school) ? plan.bad_year : 0;
    const standing = {
      school,
      year,
      result: level + walk + shock + bad + (max(roles, (role) => gainOf(role, year)) ?? 0),
      prior: prior + 0.1 * draw.normal(),
      supported: yearsSince(supportedFrom, year),
      draw: draws(seed, "year", school.id, year)
    };
    if (on(school, censusDay(year))) years.push(yearOf(standing));
  }
  return years;
}

/** 1 in the year of joining, as long as gains grow; 0 before. */
const yearsSince = (cohort: AcademicYear, year: AcademicYear): number =>
  Math.min(plan.gain.years, Math.max(0, year - cohort + 1));

const gainOf = ({role, from}: PlantedRole, year: AcademicYear): number =>
  plan.gain[role] * yearsSince(cohortOf(from), year);

const isSponsored = ({establishments}: School): boolean => establishments.some(({type}) => type === "sponsored");

function yearOf(standing: Standing): SchoolYear {
  const {school, year, draw} = standing;
  const pupils = Math.max(1, Math.round(clamp(school.intake * (1 + 0.06 * draw.normal()), 1, 400)));
  const census = censusOf(standing, pupils);
  const examined = hasResults(school, year);
  return {
    school,
    year,
    census,
    absence: absenceOf(standing, census.roll),
    exclusions: exclusionsOf(standing, census.roll),
    ks4: examined && school.phase !== "primary" ? ks4Of(standing, pupils) : null,
    ks2: examined && school.phase !== "secondary" ? ks2Of(standing, pupils) : null
  };
}

/** A free school fills from the bottom: its first pupils are examined years later. */
function hasResults({phase, establishments}: School, year: AcademicYear): boolean {
  const {type, opened} = establishments[0]!;
  return type !== "free" || year >= cohortOf(opened!) + (phase === "secondary" ? 4 : 3);
}
