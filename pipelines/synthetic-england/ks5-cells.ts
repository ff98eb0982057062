import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {decimals, type Cell, type Cells} from "./csv.ts";
import {FEWEST} from "./ks4-cells.ts";
import type {Ks5} from "./ks5.ts";

/** Points before 2015/16 of as many entries: an A was 270, and a grade 30. */
export const pointsOfOld = (entries: number, points: number): number => 120 * entries + 3 * points;

/** Half the width of the 95% interval of a value added, in grades. */
export const computeWidth = (students: number): number => 1.15 / Math.sqrt(students);

/** From these limits on: well above average, above, average, below, well below. */
export const computeBand = (value: number, width: number): number =>
  value - width > 0 ? (value > 0.5 ? 1 : 2) : value + width >= 0 ? 3 : value > -0.5 ? 4 : 5;

/** The cells of one school’s students or many’s. */
export function results(c: Ks5, year: AcademicYear): Cells {
  const old = year < 2016;
  const mean = (sum: number, n: number): Cell => (n > 0 ? decimals(sum / n, 2) : "NE");
  const pct = (part: number, n: number): Cell => (n > 0 ? `${decimals((100 * part) / n, 1)}%` : "NE");
  const count = (n: number): Cell => (n > 0 ? n : "NE");
  const value = c.value_added / c.covered;
  const width = computeWidth(c.covered);
  const aside = (n: number, offset: number): Cell => (n > 0 ? decimals(value + offset, 2) : "NE");
  const allEntries = c.academic_entries + c.applied_entries + c.technical;
  const allPoints = pointsOfOld(allEntries, c.academic_points + c.applied_points + c.technical_points);
  const points = old ? pointsOfOld(c.entries, c.points) : c.points;
  return {
    students: c.students,
    students_finishing: count(c.finishing),
    points_per_entry: mean(allPoints, allEntries),
    points_per_student: mean(allPoints, c.finishing),
    a_level_students: count(c.a_level),
    a_level_entries: count(c.entries),
    a_level_points: mean(points, c.entries),
    a_level_grade: pickGrade(c.points, c.entries),
    a_level_students_disadvantaged: c.a_level_disadvantaged,
    a_level_points_disadvantaged: mean(c.points_disadvantaged, c.entries_disadvantaged),
    best_three_students: count(c.best_three),
    best_three_points: mean(c.best_three_points, 3 * c.best_three),
    aab_pct: pct(c.aab, c.best_three),
    academic_students: count(c.academic),
    academic_points: mean(c.academic_points, c.academic_entries),
    applied_general_students: count(c.applied),
    applied_general_points: mean(c.applied_points, c.applied_entries),
    tech_level_students: count(c.technical),
    tech_level_points: mean(c.technical_points, c.technical),
    technical_certificate_students: count(c.level2),
    technical_certificate_points: mean(c.level2_points, c.level2),
    value_added: aside(c.covered, 0),
    value_added_low: aside(c.covered, -width),
    value_added_high: aside(c.covered, width),
    value_added_band: c.covered > 0 ? computeBand(value, width) : "",
    value_added_disadvantaged: mean(c.value_added_disadvantaged, c.covered_disadvantaged),
    value_added_academic: aside(c.covered, 0.01),
    value_added_applied_general: c.applied > 0 ? decimals(0.6 * value, 2) : "NE",
    value_added_tech_level: c.technical > 0 ? decimals(0.4 * value, 2) : "NE",
    a_level_retained_pct: pct(c.retained, c.a_level),
    academic_retained_pct: pct(c.retained + c.academic - c.a_level, c.academic),
    applied_general_retained_pct: pct(c.retained_applied, c.applied),
    tech_level_retained_pct: pct(c.retained_technical, c.technical),
    level3_maths_pct: pct(c.level3_maths, c.good_maths),
    english_resit_students: count(c.english_resits),
    english_resit_progress: mean(c.english_progress, c.english_resits),
    maths_resit_students: count(c.maths_resits),
    maths_resit_progress: mean(c.maths_progress, c.maths_resits)
  };
}

const GRADES = ["E", "D", "C", "B", "A", "A*"];

/** The grade nearest to so many points, with a plus or a minus where it is a third off. */
function pickGrade(points: number, entries: number): Cell {
  if (entries === 0) return "NE";
  const thirds = Math.round((3 * points) / entries / 10);
  const grade = GRADES[Math.max(0, Math.min(5, Math.round(thirds / 3) - 1))];
  return grade + ["", "+", "-"][((thirds % 3) + 3) % 3];
}

/** Figures of few students, with the count that says how few. */
const few: readonly {count: keyof Ks5; hides: RegExp; code: "SUPP" | "LOWCOV"}[] = [
  {count: "finishing", hides: /^(points_per_|level3_maths|academic_)/, code: "SUPP"},
  {
    count: "a_level",
    hides: /^(a_level_(points|grade|retained)|best_three|aab|value_added$|value_added_(low|high|band|aca|dis))/,
    code: "SUPP"
  },
  {count: "best_three", hides: /^(best_three_points|aab)/, code: "SUPP"},
  {count: "a_level_disadvantaged", hides: /_disadvantaged$/, code: "SUPP"},
  {count: "applied", hides: /^(applied_general_(points|retained)|value_added_applied)/, code: "SUPP"},
  {count: "technical", hides: /^(tech_level_(points|retained)|value_added_tech)/, code: "SUPP"},
  {count: "level2", hides: /^technical_certificate_points/, code: "SUPP"},
  {count: "good_maths", hides: /^level3_maths/, code: "SUPP"},
  {count: "english_resits", hides: /^english_resit_progress/, code: "SUPP"},
  {count: "maths_resits", hides: /^maths_resit_progress/, code: "SUPP"}
];

/** Not printed of schools the state does not pay for. */
const aboutTheState = /disadvantaged|retained|level3_maths|resit/;

/** A school’s results, with what the publisher hides hidden. */
export function schoolResults(c: Ks5, independent: boolean, year: AcademicYear): Cells {
  const cells = results(c, year);
  const hide = (code: string, which: (name: string) => boolean) => {
    for (const name of Object.keys(cells)) if (which(name) && cells[name] !== "NE") cells[name] = code;
  };
  if (c.covered < 0.5 * c.a_level) hide("LOWCOV", (name) => name.startsWith("value_added"));
  for (const {count, hides, code} of few) {
    const isCount = (name: string) => name.endsWith("_students") || name === "a_level_students_disadvantaged";
    if (c[count] < FEWEST) hide(code, (name) => hides.test(name) && !isCount(name));
  }
  if (independent) for (const name of Object.keys(cells)) if (aboutTheState.test(name)) cells[name] = "NP";
  return cells;
}
