import {design} from "../design.ts";
import type {OutcomeDomain} from "../vocabulary/outcome-domain.ts";
import type {Effect} from "../release/results.ts";
import {number} from "../vocabulary/format.ts";

/** What is known of the spread of the measure, in the unit of the effect. */
export interface Spread {
  domain: OutcomeDomain;
  pupil_sd: number | null;
  school_sd: number | null;
}

/**
 * A sentence where either estimate is larger than true effects in this field tend to be. Measured by the standard deviation
 * of pupils, or where only that of schools is known by what it would be if a fifth of the variance lay between
 * schools. Null otherwise, where neither is known, and for measures that are not of attainment, whose spread among
 * pupils is no guide.
 */
export function judgePlausibility(
  {from, to}: Pick<Effect, "from" | "to">,
  {domain, pupil_sd, school_sd}: Spread
): string | null {
  if (domain !== "attainment" && domain !== "disadvantaged") return null;
  const sd = pupil_sd ?? (school_sd === null ? null : school_sd / Math.sqrt(design.strength.between_schools));
  if (sd === null || !(sd > 0)) return null;
  const size = Math.max(Math.abs(from), Math.abs(to)) / sd;
  if (size <= design.strength.plausible) return null;
  const about = pupil_sd === null ? "about " : "";
  return `Check selection: an effect of ${to === from ? "" : "up to "}${about}${number(size, 1)} standard deviations of pupils is large: true effects in this field are mostly between 0 and 0.1 after two to four years.`;
}
