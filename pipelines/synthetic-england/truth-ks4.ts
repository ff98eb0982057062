import {range} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Ks4} from "./ks4.ts";
import type {SchoolYear} from "./life.ts";
import {on, tableDay} from "./school.ts";
import {share, type Reason, type Truth} from "./truth.ts";

const results = [...range(2011, 2020), ...range(2022, 2026)];
const from2016 = results.filter((year) => year >= 2016);

/** Fewer pupils than this are not shown. */
const FEWEST = 6;

/** How each measure of key stage 4 is computed from pupils. */
export const ks4Truths: Record<string, Truth> = {
  ks4_attainment: truth(results, (own, year) =>
    year < 2016 ? share(own.five, own.pupils) : own.attainment8 / own.pupils
  ),
  english_maths_pct: truth(results, (own) => share(own.basics, own.pupils)),
  progress8: truth(
    from2016.filter((year) => year < 2025),
    (own) => own.progress8 / own.progress8_pupils,
    progressReason
  ),
  ks4_value_added: truth(range(2011, 2016), (own) => own.value_added / own.progress8_pupils, progressReason),
  attainment8_disadvantaged: truth(
    from2016,
    (own) => own.attainment8_disadvantaged / own.disadvantaged,
    ({school, ks4: own}) => (school.independent ? "not_published" : own!.disadvantaged < FEWEST ? "suppressed" : null)
  ),
  ebacc_entry_pct: truth(results, (own) => share(own.ebacc_entry, own.pupils)),
  ebacc_aps: truth(
    from2016.filter((year) => year >= 2018),
    (own) => own.ebacc_points / own.pupils
  ),
  // The rows of independent schools end before it in the layouts of 2017/18 to 2021/22.
  entries_per_pupil: truth(
    results,
    (own) => own.entries / own.pupils,
    (life) => (life.school.independent && life.year >= 2018 && life.year <= 2022 ? "row_ends_early" : noEntries(life))
  )
};

/** Of results that independent schools have, too. */
function noEntries({school}: SchoolYear): Reason | null {
  return school.enters_nobody ? "no_entries" : null;
}

function progressReason({school, ks4: own}: SchoolYear): Reason | null {
  if (school.independent) return "not_published";
  return own!.progress8_pupils < 0.5 * own!.pupils ? "low_coverage" : null;
}

function truth(
  years: readonly AcademicYear[],
  value: (own: Ks4, year: AcademicYear) => number,
  reason: (life: SchoolYear) => Reason | null = noEntries
): Truth {
  return {
    years,
    value: (life) => (life.ks4 ? value(life.ks4, life.year) : null),
    reason(life) {
      const {school, year, ks4: own} = life;
      if (school.phase === "primary" || !on(school, tableDay(year))) return "no_row";
      if (!own) return isNew(life) ? "row_ends_early" : "blank";
      if (own.pupils >= FEWEST) return reason(life);
      return school.independent && reason !== noEntries ? "not_published" : "suppressed";
    }
  };
}

/** Opened this September, without anybody to examine. */
export const isNew = ({school, year, ks4, ks2}: SchoolYear): boolean =>
  !ks4 && !ks2 && school.establishments[0].opened === `${year - 1}-09-01`;
