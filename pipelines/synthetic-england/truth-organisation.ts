import {range} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {
  isSilent,
  listAccounts,
  accountsTogether,
  academyYear,
  federatedWith,
  maintainedYear,
  listOpen
} from "./finance-returns.ts";
import type {Finance} from "./finance.ts";
import type {SchoolYear} from "./life.ts";
import {simulateInspection, simulateVisit, type Inspection} from "./ofsted.ts";
import {share, type At, type Reason, type Truth} from "./truth.ts";
import {FEWEST_PAID} from "./workforce-files.ts";
import {simulateWorkforce, type Workforce} from "./workforce.ts";

/** How measures of staff, money and inspections are reported, by measure id. */
export const organisationTruths: Record<string, Truth> = {
  pupil_teacher_ratio: workforce(range(2011, 2026), (own) => own.pupils / own.teachers_fte),
  teacher_retention_pct: workforce(range(2011, 2025), (own) => share(own.remained_fte, own.teachers_fte)),
  teacher_sickness_days: workforce(range(2011, 2025), (own) => own.sick_days / own.teachers),
  teacher_vacancy_pct: workforce(range(2011, 2026), (own) => share(own.vacancies, own.teachers)),
  leadership_share_pct: workforce(
    range(2011, 2026),
    (own) => share(own.leaders, own.teachers),
    (own) => (own.teachers < FEWEST_PAID ? "suppressed" : null)
  ),
  expenditure_per_pupil: finance((own) => own.spent / own.pupils),
  reserve_per_pupil: finance((own) => own.reserve / own.pupils),
  administration_pct: finance((own) => share(own.administrative_staff, own.spent)),
  inspection_grade: inspection([...range(2016, 2021), 2022, 2023, 2024], (own) => own.overall),
  inspection_leadership_grade: inspection([...range(2016, 2021), ...range(2022, 2026)], (own) => own.leadership)
};

function workforce(
  years: readonly AcademicYear[],
  value: (own: Workforce) => number,
  reason: (own: Workforce) => Reason | null = () => null
): Truth {
  const drawWorkforce = (life: SchoolYear) => life.drawn("workforce", simulateWorkforce);
  return {
    years,
    value: (life) => value(drawWorkforce(life)),
    reason: (life) => (life.school.independent ? "no_row" : reason(drawWorkforce(life)))
  };
}

/** Of the return that covers a school’s whole year: an academy’s, its own, or its federation’s. */
function finance(value: (own: Finance) => number): Truth {
  const together = (life: SchoolYear, at?: At) =>
    at ? federatedWith(at.england, life.school, life.year, at.lives) : [];
  const wholeYear = (life: SchoolYear, academies: boolean) =>
    listOpen(life, academies ? academyYear(life.year) : maintainedYear(life.year), academies).some(
      ({months}) => months === 12
    );
  return {
    years: range(2022, 2026),
    value(life, at) {
      const members = wholeYear(life, true) ? [] : together(life, at);
      return value(members.length ? accountsTogether(members) : listAccounts(life));
    },
    reason(life, at) {
      if (life.school.independent) return "no_row";
      if (wholeYear(life, true)) return null;
      if (!wholeYear(life, false)) return "part_year";
      return isSilent(life.school) && together(life, at).length === 0 ? "unavailable" : null;
    }
  };
}

function inspection(years: readonly AcademicYear[], value: (own: Inspection) => number): Truth {
  return {
    years,
    value: (life) => value(life.drawn("inspection", simulateInspection)),
    reason: (life) => (simulateVisit(life) ? null : "no_row")
  };
}
