import type {AcademicYear} from "../../src/academic-year.ts";
import {draws} from "./draw.ts";
import type {Plan} from "./plan.ts";

/** What a school’s results would be without any partnership, a figure a year, in standard deviations between schools. */
export interface Path {
  first: AcademicYear;
  /** What lasts: the level and its slow walk. */
  lasting: Float64Array;
  /** What passes: a good or a bad year. */
  shock: Float64Array;
  /** What its pupils brought with them. */
  prior: Float64Array;
}

/** Draws a school’s path before anybody chooses it for anything. */
export function drawPath(
  {seed, level, years, drift}: Plan,
  school: {id: number; deprivation: number; quality: number}
): Path {
  const draw = draws(seed, "path", school.id);
  const length = years.last - years.first + 1;
  const path = {first: years.first, lasting: filled(length), shock: filled(length), prior: filled(length)};
  const fresh = Math.sqrt(1 - level.ar1 * level.ar1);
  let lasting = level.intake * school.deprivation + level.lasting * school.quality;
  let shock = level.shock * draw.normal();
  for (let i = 0; i < length; i++) {
    path.lasting[i] = lasting + drift * i;
    path.shock[i] = shock;
    path.prior[i] = -0.5 * school.deprivation + 0.35 * school.quality + 0.1 * draw.normal();
    lasting += level.walk * draw.normal();
    shock = level.ar1 * shock + fresh * level.shock * draw.normal();
  }
  return path;
}

const filled = (length: number): Float64Array => new Float64Array(length);

/** The mean of what passes over some years before one; 0 of years before the first. */
export function shockBefore({first, shock}: Path, year: AcademicYear, years: number): number {
  let sum = 0;
  for (let t = year - years; t < year; t++) sum += shock[t - first] ?? 0;
  return sum / years;
}
