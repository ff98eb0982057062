import {design} from "../../design.ts";

/**
 * Months of progress that an effect stands for, negative for a loss. Null unless the measure is of attainment and the
 * standard deviation of its pupils is sourced, and beyond one standard deviation, where the table ends.
 */
export function monthsOfProgress(
  effect: number,
  {domain, pupil_sd}: {domain: string; pupil_sd: number | null}
): number | null {
  if (pupil_sd === null || !["attainment", "disadvantaged"].includes(domain)) return null;
  const {least, most} = design.months_of_progress;
  const size = Math.round((100 * Math.abs(effect)) / pupil_sd) / 100;
  if (size > most) return null;
  const months = least.filter((from) => size >= from).length;
  return months === 0 ? 0 : Math.sign(effect) * months;
}
