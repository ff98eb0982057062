import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {draws, type Draw} from "./draw.ts";
import type {Passing, Plan} from "./plan.ts";
import type {Path} from "./path-shape.ts";
import type {School} from "./school.ts";

/** What pupils brought with them where they are selected by it, in standard deviations between schools. */
const PICKED = 0.7;

/** The year of which schools are as like real ones as `npm run bench -- resemblance` says: trends lead there. */
const LIKE = 2019;

/** Draws a school’s path before anybody chooses it for anything. */
export function drawPath(
  {seed, level, years, drift, trends}: Plan,
  {
    id,
    deprivation,
    quality,
    selective,
    authority: {region}
  }: Pick<School, "id" | "deprivation" | "quality" | "selective" | "authority">
): Path {
  const draw = draws(seed, "path", id);
  const length = years.last - years.first + 1;
  const passing = (of: string) => shocks(length, level.ar1, 1, draws(seed, of, id));
  const path: Path = {
    first: years.first,
    lasting: filled(length),
    shock: shocks(length, level.ar1, level.shock, draws(seed, "shock", id)),
    passing: {attendance: passing("attendance"), behaviour: passing("behaviour")},
    prior: filled(length)
  };
  const trend = trends.intake * deprivation + region.trend;
  let lasting = level.intake * deprivation + level.lasting * quality + region.lift;
  for (let i = 0; i < length; i++) {
    path.lasting[i] = lasting + drift * i + trend * (years.first + i - LIKE);
    path.prior[i] = -0.5 * deprivation + 0.35 * quality + (selective ? PICKED : 0) + 0.1 * draw.normal();
    lasting += level.walk * draw.normal();
  }
  return path;
}

/** A shock a year of so large a standard deviation, of which a share lasts into the next. */
function shocks(length: number, ar1: number, size: number, draw: Draw): Float64Array {
  const fresh = Math.sqrt(1 - ar1 * ar1);
  const all = filled(length);
  for (let i = 0; i < length; i++)
    all[i] = i === 0 ? size * draw.normal() : ar1 * all[i - 1] + fresh * size * draw.normal();
  return all;
}

const filled = (length: number): Float64Array => new Float64Array(length);

/** The mean of what passes over some years before one; 0 of years before the first. */
export function shockBefore({first, shock, passing}: Path, year: AcademicYear, years: number, of: Passing): number {
  const all = of === "attainment" ? shock : passing[of];
  let sum = 0;
  for (let t = year - years; t < year; t++) sum += all[t - first] ?? 0;
  return sum / years;
}
