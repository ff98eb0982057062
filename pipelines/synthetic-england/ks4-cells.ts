import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {decimals, percent, type Cells} from "./csv.ts";
import type {Ks4} from "./ks4.ts";
import type {SchoolYear} from "./life.ts";

/** Described in the tables of schools the state does not pay for. */
export const aboutIndependent = new Set([
  "pupils",
  "attainment8_total",
  "attainment8",
  "basics_ac_pct",
  "basics_94_pct",
  "basics_95_pct",
  "five_ac_em_pct",
  "five_94_em_pct",
  "ebacc_entry_pct",
  "ebacc_achieved_pct",
  "ebacc_achieved_94_pct",
  "ebacc_achieved_95_pct",
  "ebacc_aps",
  "entries_per_pupil",
  "gcse_entries_per_pupil",
  "multiple_languages_pct",
  "triple_science_pct"
]);

/** From this many pupils on, results are printed. */
export const FEWEST = 6;

/** The year in which Attainment 8 and Progress 8 were new, and schools could opt in. */
export const OPT_IN = 2015;
export const isNewMeasure = (name: string): boolean => /^(attainment8|progress8|P8MEA)/.test(name);

/** A school’s results, with what the publisher hides hidden. */
export function schoolResults({school}: SchoolYear, own: Ks4, year: AcademicYear): Cells {
  const cells = results(own, year, 0);
  const hide = (code: string, which: (name: string) => boolean) => {
    for (const name of Object.keys(cells)) if (which(name)) cells[name] = code;
  };
  const optedIn = school.id % 9 === 0;
  if (year === OPT_IN && !optedIn) hide("NA", isNewMeasure);
  if (school.enters_nobody) hide("NE", (name) => aboutIndependent.has(name) && name !== "pupils");
  if (own.disadvantaged < FEWEST) hide("SUPP", (name) => /disadvantaged$|_disadvantaged_pct$/.test(name));
  if (own.progress8_pupils < 0.5 * own.pupils)
    hide("LOWCOV", (name) => /^(progress8|value_added)/.test(name) && name !== "progress8_pupils");
  if (own.pupils < FEWEST) hide("SUPP", (name) => name !== "pupils");
  if (school.independent) hide("NP", (name) => !aboutIndependent.has(name));
  return cells;
}

/** The cells of one school’s pupils or many’s; per cents with so many decimals. */
export function results(c: Ks4, year: AcademicYear, digits: 0 | 1): Cells {
  const pct = percent(digits);
  const mean = (sum: number, n: number, places: number) => (n > 0 ? decimals(sum / n, places) : "");
  const p8 = c.progress8 / c.progress8_pupils;
  const width = 2.5 / Math.sqrt(c.progress8_pupils);
  const va = c.value_added / c.progress8_pupils;
  const points = year >= 2022 ? (x: number) => 103.5 + 3.2 * (x - 27.9) : (x: number) => x;
  return {
    pupils: c.pupils,
    BPUP: c.pupils - c.girls,
    GPUP: c.girls,
    prior_attainment: decimals(points(c.prior / c.pupils), 1),
    prior_low_pct: pct(c.prior_low, c.pupils),
    prior_high_pct: pct(c.prior_high, c.pupils),
    disadvantaged_pupils: c.disadvantaged,
    disadvantaged_pct: pct(c.disadvantaged, c.pupils),
    eal_pct: pct(c.eal, c.pupils),
    non_mobile_pct: pct(c.non_mobile, c.pupils),
    attainment8_total: decimals(c.attainment8, 1),
    attainment8: mean(c.attainment8, c.pupils, 1),
    attainment8_disadvantaged: mean(c.attainment8_disadvantaged, c.disadvantaged, 1),
    progress8_pupils: c.progress8_pupils,
    P8MEACOV: percent(0)(c.progress8_pupils, c.pupils),
    progress8: decimals(p8, 2),
    progress8_low: decimals(p8 - width, 2),
    progress8_high: decimals(p8 + width, 2),
    progress8_uncapped: decimals(c.progress8_uncapped / c.progress8_pupils, 2),
    progress8_disadvantaged: mean(c.progress8_disadvantaged, c.progress8_pupils_disadvantaged, 2),
    progress8_band: p8 - width > 0.5 ? 1 : p8 - width > 0 ? 2 : p8 + width >= 0 ? 3 : p8 + width >= -0.5 ? 4 : 5,
    value_added: decimals(va, 1),
    value_added_low: decimals(va - 20 * width, 1),
    value_added_high: decimals(va + 20 * width, 1),
    five_ac_em_pct: pct(c.five, c.pupils),
    five_94_em_pct: pct(c.five, c.pupils),
    basics_ac_pct: pct(c.basics, c.pupils),
    basics_94_pct: pct(c.basics, c.pupils),
    basics_95_pct: pct(c.basics_95, c.pupils),
    basics_94_disadvantaged_pct: pct(c.basics_disadvantaged, c.disadvantaged),
    TEBACC_E: c.ebacc_entry,
    ebacc_entry_pct: pct(c.ebacc_entry, c.pupils),
    ebacc_achieved_pct: pct(c.ebacc, c.pupils),
    ebacc_achieved_94_pct: pct(c.ebacc, c.pupils),
    ebacc_achieved_95_pct: pct(c.ebacc_95, c.pupils),
    ebacc_aps: mean(c.ebacc_points, c.pupils, 2),
    entries_per_pupil: mean(c.entries, c.pupils, 1),
    gcse_entries_per_pupil: mean(c.gcse_entries, c.pupils, 1),
    multiple_languages_pct: pct(c.languages, c.pupils),
    triple_science_pct: pct(c.sciences, c.pupils)
  };
}
