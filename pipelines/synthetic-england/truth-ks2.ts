import {range} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Ks2} from "./ks2.ts";
import type {SchoolYear} from "./life.ts";
import {on, tableDay} from "./school.ts";
import {isNew} from "./truth-ks4.ts";
import {share, type Reason, type Truth} from "./truth.ts";

const tests = [...range(2011, 2020), ...range(2023, 2026)];
const standard = tests.filter((year) => year >= 2016);
const progress = standard.filter((year) => year < 2024);

/** How each measure of key stage 2 is computed from pupils. */
export const ks2Truths: Record<string, Truth> = {
  ks2_attainment: truth(tests, (own) => share(own.all_three, own.pupils)),
  ks2_disadvantaged: truth(
    standard,
    (own) => share(own.all_three_disadvantaged, own.disadvantaged),
    ({disadvantaged}) => (disadvantaged === 0 ? "blank" : disadvantaged < 6 ? "suppressed" : null)
  ),
  ks2_reading_score: truth(standard, (own) => own.reading_score / own.pupils),
  ks2_maths_score: truth(standard, (own) => own.maths_score / own.pupils),
  ks2_reading_progress: truth(progress, (own) => own.reading_progress / own.progress_pupils, progressReason),
  ks2_maths_progress: truth(progress, (own) => own.maths_progress / own.progress_pupils, progressReason)
};

function progressReason(own: Ks2): Reason | null {
  if (own.progress_pupils < 6) return "suppressed";
  return own.progress_pupils < 0.5 * own.pupils ? "low_coverage" : null;
}

function truth(
  years: readonly AcademicYear[],
  value: (own: Ks2) => number,
  reason: (own: Ks2) => Reason | null = () => null
): Truth {
  return {
    years,
    value: ({ks2: own}) => (own ? value(own) : null),
    reason(life: SchoolYear) {
      const {school, year, ks2: own} = life;
      if (school.phase === "secondary" || !on(school, tableDay(year))) return "no_row";
      if (!own) return isNew(life) ? "row_ends_early" : "blank";
      return own.pupils < (year <= 2015 ? 11 : 6) ? "suppressed" : reason(own);
    }
  };
}
