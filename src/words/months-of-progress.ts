/**
 * Least effect, in standard deviations of pupils, for so many months of additional progress, one a row from 1 to 12:
 * the Education Endowment Foundation’s toolkits, “Attainment”,
 * educationendowmentfoundation.org.uk/evidence-summaries/about-the-toolkits/attainment.
 */
const least = [0.02, 0.1, 0.19, 0.27, 0.36, 0.45, 0.53, 0.62, 0.7, 0.79, 0.88, 0.96];
const most = 1;

/**
 * Months of progress that an effect stands for, negative for a loss. Null unless the measure is of attainment and the
 * standard deviation of its pupils is sourced, and beyond one standard deviation, where the table ends.
 */
export function monthsOfProgress(
  effect: number,
  {line, pupil_sd}: {line: string; pupil_sd: number | null}
): number | null {
  if (pupil_sd === null || !["attainment", "disadvantaged"].includes(line)) return null;
  const size = Math.round((100 * Math.abs(effect)) / pupil_sd) / 100;
  if (size > most) return null;
  const months = least.filter((from) => size >= from).length;
  return months === 0 ? 0 : Math.sign(effect) * months;
}
