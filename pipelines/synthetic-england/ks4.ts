import {clamp, logistic, logit, type Draw} from "./draw.ts";
import type {SchoolState} from "./school-state.ts";
import {drawFreeMeals} from "./schools.ts";

/** Pupils at the end of key stage 4: counts and sums only, so that schools add up to authorities and the nation. */
export type Ks4 = Record<(typeof keys)[number], number>;
const keys = [
  "pupils",
  "girls",
  "roll",
  "prior",
  "prior_low",
  "prior_high",
  "disadvantaged",
  "eal",
  "non_mobile",
  "five",
  "basics",
  "basics_95",
  "basics_disadvantaged",
  "attainment8",
  "attainment8_disadvantaged",
  "progress8",
  "progress8_uncapped",
  "progress8_pupils",
  "progress8_disadvantaged",
  "progress8_pupils_disadvantaged",
  "value_added",
  "ebacc_entry",
  "ebacc",
  "ebacc_95",
  "ebacc_points",
  "entries",
  "gcse_entries",
  "languages",
  "sciences"
] as const;

/** The nation’s figures by year: per cent with good English and maths, mean Attainment 8, per cent entered for the EBacc, entries. */
const nation: Record<number, [basics: number, attainment8: number, ebacc: number, entries: number]> = {
  2008: [50, 46, 15, 10.2],
  2009: [52, 46.5, 15, 10.5],
  2010: [55, 47, 16, 10.8],
  2011: [59, 47.5, 22, 11],
  2012: [60, 48, 23, 11.4],
  2013: [61.5, 48.4, 35, 11.8],
  2014: [59, 47.2, 39, 9.1],
  2015: [59.5, 48.6, 39, 9],
  2016: [63, 50.1, 40, 8.9],
  2017: [63.9, 46.4, 38.2, 8.3],
  2018: [64.2, 46.6, 38.4, 8.3],
  2019: [64.6, 46.8, 40, 8.2],
  2022: [68.8, 48.9, 38.7, 8.2],
  2023: [65.4, 46.4, 39.3, 8.2],
  2024: [65.4, 46.1, 40.4, 8.1],
  2025: [65.1, 46, 40.5, 8.1]
};

/** Points of Attainment 8 between schools (a standard deviation), between pupils, and between disadvantaged pupils and others. */
export const POINTS = {schools: 9.3, pupils: 16, gap: 11};

/** A year’s pupils and their results; null in a year without exams. */
export function ks4Of(schoolState: SchoolState, draw: Draw): Ks4 | null {
  const {school, year, pupils, girls, disadvantaged, roll, result, prior, planted, planted_disadvantaged} = schoolState;
  const figures = nation[year];
  if (!figures) return null;
  const [basicsPct, attainment8, ebaccPct, entriesMean] = figures;
  const special = school.phase === "special";
  const z = special ? -6 : result + (school.independent ? 0.8 : 0);
  // What is taught does not follow from what is achieved.
  const chosen = z - planted.attainment + planted.curriculum;
  const fsm = drawFreeMeals(school);
  const tenth = (x: number) => draw.whole(Math.max(0, x), 10);
  const half = (x: number) => draw.whole(x, 2);

  const odds = logit(basicsPct / 100) + 0.8 * z;
  const chanceOfPoor = logistic(odds - 0.75 * (1 - fsm) + 0.8 * planted_disadvantaged);
  const chanceOfRest = logistic(odds + 0.75 * fsm);
  const poor = draw.binomial(disadvantaged, chanceOfPoor);
  const basics = poor + draw.binomial(pupils - disadvantaged, chanceOfRest);
  const noise = (basics - disadvantaged * chanceOfPoor - (pupils - disadvantaged) * chanceOfRest) * 14;

  // A pupil at a special school has few points: the scale is cut off below, not shifted.
  const mean = special ? clamp(4 + 6 * school.quality, 0.1, 18) : attainment8 + POINTS.schools * z;
  const spread = special ? 2 : POINTS.pupils * 0.8;
  const sum = (n: number, m: number) => Math.max(0, n * m + spread * Math.sqrt(n) * draw.normal());
  const gained = POINTS.schools * planted_disadvantaged;
  const att8Poor = tenth(
    sum(disadvantaged, Math.max(1, mean + gained - (special ? 0 : POINTS.gap * (1 - fsm)))) +
      noise * (disadvantaged / pupils)
  );
  const att8Rest = tenth(
    sum(pupils - disadvantaged, mean + (special ? 0 : POINTS.gap * fsm)) + noise * (1 - disadvantaged / pupils)
  );
  const total = school.enters_nobody ? 0 : tenth(att8Poor + att8Rest);

  const priorSum =
    pupils * clamp(27.9 + 1.1 * prior - (special ? 10 : 0), 5, 33) + 4 * Math.sqrt(pupils) * draw.normal();
  const covered = draw.binomial(pupils, 0.955);
  const expected = special ? 20 : attainment8 + POINTS.schools * 0.9 * prior;
  const progress = clamp((total / pupils - expected) / 10, -3, 2.5);
  const coveredPoor = Math.min(disadvantaged, draw.binomial(disadvantaged, 0.94));
  const entered = special
    ? 0
    : draw.binomial(pupils, logistic(logit(ebaccPct / 100) + 0.6 * chosen + school.traits.curriculum));
  const achieved = draw.binomial(entered, logistic(0.35 + 0.5 * z));
  const entries = half(pupils * clamp(entriesMean + 0.35 * chosen, 1, 13));
  return {
    pupils,
    girls,
    roll,
    prior: priorSum,
    prior_low: draw.binomial(pupils, special ? 0.8 : logistic(-1.85 - 0.5 * prior)),
    prior_high: draw.binomial(draw.whole(pupils * 0.8), special ? 0.02 : logistic(-0.2 + 0.6 * prior)),
    disadvantaged,
    eal: draw.binomial(pupils, school.eal),
    non_mobile: draw.binomial(pupils, 0.955),
    five: draw.binomial(basics, 0.955),
    basics,
    basics_95: draw.binomial(basics, logistic(0.65 + 0.35 * clamp(z, -3, 3))),
    basics_disadvantaged: poor,
    attainment8: total,
    attainment8_disadvantaged: Math.min(total, att8Poor),
    progress8: progress * covered,
    progress8_uncapped: (progress - (progress < -1 ? 0.05 : 0)) * covered,
    progress8_pupils: covered,
    progress8_disadvantaged: clamp(progress - 0.35, -3.5, 2.5) * coveredPoor,
    progress8_pupils_disadvantaged: coveredPoor,
    value_added: (1000 + 20 * progress) * covered,
    ebacc_entry: entered,
    ebacc: achieved,
    ebacc_95: draw.binomial(achieved, 0.8),
    ebacc_points: draw.whole(pupils * clamp(0.092 * (total / pupils) - 0.2, 0, 9), 100),
    entries,
    gcse_entries: half(entries * 0.87),
    languages: draw.binomial(pupils, 0.05),
    sciences: draw.binomial(pupils, special ? 0 : logistic(-1.1 + 0.6 * chosen))
  };
}

/** Several schools’ pupils as one. */
export const ks4Sum = (all: readonly Ks4[]): Ks4 =>
  Object.fromEntries(keys.map((key) => [key, all.reduce((sum, one) => sum + one[key], 0)])) as Ks4;
