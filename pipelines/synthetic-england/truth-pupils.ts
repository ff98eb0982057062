import {range} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {total, type Absence} from "./absence.ts";
import type {Census} from "./census.ts";
import {collectReturns, type Collected} from "./collected.ts";
import {simulateLeavers, type Leavers} from "./leavers.ts";
import type {SchoolYear} from "./life.ts";
import {on, tableDay} from "./school.ts";
import {share, type Reason, type Truth} from "./truth.ts";

const fromTables = [...range(2011, 2016), 2019, 2023];
const fromStatistics = [...range(2014, 2020), ...range(2021, 2024)];

/** How measures of attendance, behaviour, destinations and intake are computed from pupils. */
export const pupilTruths: Record<string, Truth> = {
  overall_absence_pct: absence([...new Set([...fromTables, ...fromStatistics])].sort(), missed, (life) =>
    fromStatistics.includes(life.year) ? null : hiddenInTables(life)
  ),
  unauthorised_absence_pct: absence(fromStatistics, (own) => share(total(own.unauthorised), own.possible)),
  persistent_absence_10_pct: absence(
    [2013, ...fromStatistics],
    (own) => share(own.persistent[10], own.enrolments),
    ({year}) => (year === 2013 ? "not_in_years_table" : null)
  ),
  persistent_absence_15_pct: absence(
    range(2011, 2016),
    (own) => share(own.persistent[15], own.enrolments),
    hiddenInTables
  ),
  persistent_absence_20_pct: absence([2011], (own) => share(own.persistent[20], own.enrolments), hiddenInTables),
  truant_pupils_pct: absence(range(2013, 2018), (own) => share(own.once.unauthorised, own.enrolments)),
  suspension_rate: exclusions((own) => own.fixed),
  suspended_pupils_pct: exclusions((own) => own.once, hiddenByTerm),
  permanent_exclusion_rate: exclusions((own) => own.permanent),
  sustained_education_pct: destinations((all) => all.EDUCATION),
  sustained_destination_pct: destinations((all) => all.OVERALL_DEST),
  fsm6_pct: intake(
    (own) => own.fsm6,
    ({year}) => (year === 2011 ? "not_in_years_table" : null)
  ),
  eal_pct: intake((own) => own.eal)
};

function missed(own: Absence): number {
  return share(total(own.authorised) + total(own.unauthorised), own.possible);
}

/** The performance tables leave small schools out. */
function hiddenInTables({year, absence: {enrolments}}: SchoolYear): Reason | null {
  return enrolments < (year < 2019 ? 60 : 20) ? "suppressed" : null;
}

function absence(
  years: readonly AcademicYear[],
  value: (own: Absence) => number,
  reason: (life: SchoolYear) => Reason | null = () => null
): Truth {
  return {
    years,
    value: (life) => value(life.absence),
    reason: (life) => (life.school.independent ? "no_row" : reason(life))
  };
}

/** The first year reported by term, and the last reported as a whole. */
const BOTH = 2017;

/** By term, how many of a handful of pupils were suspended is not reported. */
function hiddenByTerm({year, exclusions: {headcount, suspended}}: SchoolYear): boolean {
  return year >= BOTH && headcount < 40 && suspended.some((pupils) => pupils > 0);
}

/** Per hundred pupils, as they were collected: by term where that is reported, else over the year. */
function exclusions(count: (own: Collected) => number, hidden: (life: SchoolYear) => boolean = () => false): Truth {
  return {
    years: range(2007, 2024),
    value: (life) => {
      const termly = life.year > BOTH || (life.year === BOTH && !hidden(life));
      const own = collectReturns(life, termly ? "termly" : "yearly");
      return share(count(own), own.headcount);
    },
    reason: (life) => {
      if (life.school.independent) return "no_row";
      if (collectReturns(life, "yearly").ends) return "incomplete_year";
      return life.year > BOTH && hidden(life) ? "suppressed" : null;
    }
  };
}

/** Of the year pupils left: the tables of two years later state, of schools still open. */
function destinations(count: (all: Leavers) => number): Truth {
  const all = (life: SchoolYear) => life.drawn("leavers", simulateLeavers)[""];
  return {
    years: [2017, 2020, 2021],
    value: (life) => share(count(all(life)), all(life).COHORT),
    reason(life) {
      const {school, year} = life;
      if (school.phase === "primary" || school.independent || !on(school, tableDay(year + 2))) return "no_row";
      if (all(life).COHORT < 6) return "suppressed";
      const part = share(count(all(life)), all(life).COHORT);
      return part > 0 && part < 0.5 ? "small_positive" : null;
    }
  };
}

function intake(count: (own: Census) => number, reason: (life: SchoolYear) => Reason | null = () => null): Truth {
  return {
    years: [...range(2011, 2020), ...range(2021, 2026)],
    value: ({census}) => share(count(census), census.roll),
    reason: (life) => reason(life) ?? (life.school.independent ? "not_applicable" : null)
  };
}
