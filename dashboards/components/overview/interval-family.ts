import type {EventTimeEffect} from "../ui/release.js";

/** Which interval a chart by years since joining draws: one at a time. */
export type Family = "union" | "band" | "same_trend" | "same_past";

export const FAMILIES: Readonly<Record<Family, string>> = {
  union: "both assumptions",
  band: "all years at once",
  same_trend: "same trend",
  same_past: "same past"
};

/** What a thin line of the chart holds. */
export const FAMILY_WORDS: Readonly<Record<Family, string>> = {
  union: "95% interval of that year, under either assumption",
  band: "95% band that holds all years at once, under either assumption",
  same_trend: "95% interval of that year, if schools of the same intake would have had the same trend",
  same_past: "95% interval of that year, if schools of the same past would have fared alike"
};

/** The limits of a year’s effect; null where none are claimed. */
export function findLimits(
  {low, high, band_low, band_high, same_trend, same_past}: EventTimeEffect,
  family: Family
): {low: number | null; high: number | null} {
  if (family === "union") return {low, high};
  if (family === "band") return {low: band_low, high: band_high};
  const one = family === "same_trend" ? same_trend : same_past;
  return {low: one.low, high: one.high};
}
