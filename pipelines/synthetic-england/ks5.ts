import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {logistic, type Draw} from "./draw.ts";
import type {SchoolYear} from "./life.ts";
import type {SchoolState} from "./school-state.ts";
import {findSixthForm, type SixthForm} from "./sixth-form.ts";

/** Results at the end of 16 to 18 study: counts and sums only, so that schools add up. Points are those of today: A* 60, E 10. */
export interface Ks5 extends SixthForm {
  /** Of A levels; an AS level is half an entry. */
  entries: number;
  points: number;
  entries_disadvantaged: number;
  points_disadvantaged: number;
  /** Students with three A levels, and the points of those three. */
  best_three: number;
  best_three_points: number;
  aab: number;
  /** A levels and other academic qualifications. */
  academic: number;
  academic_entries: number;
  academic_points: number;
  applied_entries: number;
  applied_points: number;
  technical_points: number;
  level2_points: number;
  /** A level students with results at 16, and the sum of their value added in grades. */
  covered: number;
  value_added: number;
  covered_disadvantaged: number;
  value_added_disadvantaged: number;
  retained: number;
  retained_applied: number;
  retained_technical: number;
  /** Students with a good GCSE in mathematics, and those of them with it at level 3. */
  good_maths: number;
  level3_maths: number;
  /** Students without a good GCSE, and the sum of their progress in grades. */
  english_resits: number;
  english_progress: number;
  maths_resits: number;
  maths_progress: number;
}

/** Mean points of the nation’s A level entries. */
const nation: Record<AcademicYear, number> = {
  2011: 30.2,
  2012: 30.5,
  2013: 30.6,
  2014: 30.9,
  2015: 31.1,
  2016: 31.2,
  2017: 31.5,
  2018: 32.1,
  2019: 32.6,
  2022: 37.6,
  2023: 33.9,
  2024: 34.2,
  2025: 34.6
};

/** Points of an A level entry: between schools (a standard deviation), of a student about the mean, and the gap of the disadvantaged. */
const POINTS = {schools: 3.4, students: 10, gap: 3};
/** A standard deviation of staying on: so much more likely to be retained, in log odds. */
const RETAINED = 0.4;

/** A school’s results of a year; null without a sixth form, and in a year without exams. */
export function ks5In(life: SchoolYear): Ks5 | null {
  const sixth = nation[life.year] === undefined ? null : findSixthForm(life);
  return sixth && life.drawn("ks5", (schoolState, draw) => ks5Of(schoolState, sixth, draw));
}

function ks5Of(schoolState: SchoolState, sixth: SixthForm, draw: Draw): Ks5 {
  const {school, year, level, result, prior, planted, planted_disadvantaged} = schoolState;
  const {finishing, a_level, applied, technical, level2, a_level_disadvantaged: poor} = sixth;
  const z = result + (school.independent ? 0.8 : 0);
  const mean = nation[year] + POINTS.schools * z;
  const gained = POINTS.schools * planted_disadvantaged;
  const sum = (students: number, each: number, of: number) =>
    draw.whole(Math.max(0, students * each * of + POINTS.students * each * Math.sqrt(students) * draw.normal()));

  const entriesPoor = draw.whole(poor * 2.6, 2);
  const entriesRest = draw.whole((a_level - poor) * 2.7, 2);
  const pointsPoor = sum(poor, 2.6, mean - POINTS.gap + gained);
  const points = pointsPoor + sum(a_level - poor, 2.7, mean + 0.3);
  const entries = entriesPoor + entriesRest;
  const bestThree = draw.binomial(a_level, 0.82);
  const international = draw.binomial(finishing - a_level - applied - technical - level2, 0.1);
  const covered = draw.binomial(a_level, 0.93);
  const coveredPoor = Math.min(poor, draw.binomial(poor, 0.93));
  const expected = nation[year] + POINTS.schools * 0.9 * prior;
  const added = (had: number, n: number) => (n > 0 ? (had / n - expected) / 10 : 0);
  const stays = (odds: number) => logistic(odds + 0.3 * level + RETAINED * planted.staying_on);
  const goodMaths = draw.binomial(finishing, logistic(1 + 0.5 * level));
  const english = draw.binomial(finishing, logistic(-2.6 - 0.5 * level));
  const maths = draw.binomial(finishing, logistic(-2.3 - 0.5 * level));
  const progress = (n: number) => draw.whole(n * (0.05 + 0.12 * z) + 0.6 * Math.sqrt(n) * draw.normal(), 10);
  return {
    entries,
    points,
    entries_disadvantaged: entriesPoor,
    points_disadvantaged: pointsPoor,
    best_three: bestThree,
    best_three_points: sum(bestThree, 3, mean + 0.8),
    aab: draw.binomial(bestThree, logistic(-2 + 0.7 * z)),
    academic: a_level + international,
    academic_entries: entries + 3 * international,
    academic_points: points + sum(international, 3, mean + 2),
    applied_entries: draw.whole(applied * 1.8, 2),
    applied_points: sum(applied, 1.8, 28 + 2.5 * z),
    technical_points: sum(technical, 1, 27 + 2 * z),
    level2_points: draw.whole(level2 * 5.8, 10),
    covered,
    value_added: covered * added(points, entries),
    value_added_disadvantaged: coveredPoor * added(pointsPoor, entriesPoor),
    covered_disadvantaged: coveredPoor,
    retained: draw.binomial(a_level, stays(2.4)),
    retained_applied: draw.binomial(applied, stays(2)),
    retained_technical: draw.binomial(technical, stays(1.9)),
    good_maths: goodMaths,
    level3_maths: draw.binomial(goodMaths, logistic(-0.8 + 0.35 * z)),
    english_resits: english,
    english_progress: progress(english),
    maths_resits: maths,
    maths_progress: progress(maths),
    ...sixth
  };
}

/** Several schools’ students as one; null of none. */
export function ks5Sum([first, ...rest]: readonly Ks5[]): Ks5 | null {
  if (!first) return null;
  const sum = {...first};
  for (const one of rest) for (const name of Object.keys(sum) as (keyof Ks5)[]) sum[name] += one[name];
  return sum;
}
