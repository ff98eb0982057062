import {clamp, logistic, logit, type Draw} from "./draw.ts";
import type {SchoolState} from "./school-state.ts";
import {drawFreeMeals} from "./schools.ts";

/** Pupils at the end of key stage 2: counts and sums only. Results mean level 4 to 2014/15, the expected standard after. */
export type Ks2 = Record<(typeof keys)[number], number>;
const keys = [
  "pupils",
  "girls",
  "roll",
  "prior",
  "disadvantaged",
  "eal",
  "non_mobile",
  "all_three",
  "all_three_disadvantaged",
  "higher",
  "english_maths",
  "reading",
  "writing",
  "maths",
  "reading_score",
  "maths_score",
  "grammar_score",
  "progress_pupils",
  "reading_progress",
  "writing_progress",
  "maths_progress",
  "value_added"
] as const;

/** The nation’s per cent with reading, writing and maths, by year; mean scaled scores where there are any. */
const nation: Record<number, [all_three: number, reading: number, maths: number]> = {
  2011: [67, 0, 0],
  2012: [75, 0, 0],
  2013: [75.5, 0, 0],
  2014: [78.5, 0, 0],
  2015: [80, 0, 0],
  2016: [53.5, 102.6, 103],
  2017: [61, 104.1, 104.2],
  2018: [64.3, 105, 104.4],
  2019: [64.8, 104.4, 105],
  2023: [59.7, 105.1, 104.2],
  2024: [61, 105.4, 104.5],
  2025: [62.1, 105.6, 104.7]
};

/** A year’s pupils and their results; null in a year without tests. */
export function ks2Of(schoolState: SchoolState, draw: Draw): Ks2 | null {
  const {school, year, pupils, girls, disadvantaged, roll, result, prior, planted_disadvantaged} = schoolState;
  const figures = nation[year];
  if (!figures) return null;
  const [allThreePct, readingMean, mathsMean] = figures;
  const special = school.phase === "special";
  const z = special ? -5 : result;
  const fsm = drawFreeMeals(school);
  const odds = logit(allThreePct / 100) + 0.5 * z;
  const chanceOfPoor = logistic(odds - 0.7 * (1 - fsm) + 0.5 * planted_disadvantaged);
  const chanceOfRest = logistic(odds + 0.7 * fsm);
  const poor = draw.binomial(disadvantaged, chanceOfPoor);
  const allThree = poor + draw.binomial(pupils - disadvantaged, chanceOfRest);
  const also = (p: number) => allThree + draw.binomial(pupils - allThree, special ? 0.05 : p);
  const noise = allThree - disadvantaged * chanceOfPoor - (pupils - disadvantaged) * chanceOfRest;
  const score = (mean: number) =>
    pupils * clamp(mean + 2.5 * clamp(z, -5, 3), 80, 119) + 4 * noise + 5 * Math.sqrt(pupils) * draw.normal();
  const covered = draw.binomial(pupils, 0.94);
  const progress = () =>
    covered * clamp(4 * (z - 0.8 * prior) * (special ? 0.4 : 1) + (5 * draw.normal()) / Math.sqrt(pupils), -14, 12);
  return {
    pupils,
    girls,
    roll,
    prior: pupils * clamp(16 + 1.1 * prior - (special ? 10 : 0), 1.5, 21) + 2.5 * Math.sqrt(pupils) * draw.normal(),
    disadvantaged,
    eal: draw.binomial(pupils, school.eal),
    non_mobile: draw.binomial(pupils, 0.93),
    all_three: allThree,
    all_three_disadvantaged: poor,
    higher: draw.binomial(allThree, logistic(-1.5 + 0.4 * z)),
    english_maths: also(0.25),
    reading: also(0.4),
    writing: also(0.4),
    maths: also(0.4),
    reading_score: score(readingMean || 100),
    maths_score: score(mathsMean || 100),
    grammar_score: score((mathsMean || 100) + 1.2),
    progress_pupils: covered,
    reading_progress: progress(),
    writing_progress: progress(),
    maths_progress: progress(),
    value_added: covered * (100 + 0.5 * clamp(z - 0.8 * prior, -4, 4))
  };
}

/** Several schools’ pupils as one. */
export const ks2Sum = (all: readonly Ks2[]): Ks2 =>
  Object.fromEntries(keys.map((key) => [key, all.reduce((sum, one) => sum + one[key], 0)])) as Ks2;
