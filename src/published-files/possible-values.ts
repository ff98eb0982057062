import type {Column} from "./source.ts";

/** What a figure can be: least and most, and whether whole numbers that stand for “none” are distinguished from it. */
export interface Possible {
  least: number;
  most: number;
  /** Whether 9999 and its kin can be no honest figure of it. */
  sentinels: boolean;
}

/** Numbers that programs write where there is none. */
export const sentinels = [9999, 99999, 999999, -99, -999, -9999];

/** No school counts more of anything, sessions and points of results included; none has more money, in pounds. */
const MOST_COUNTED = 10_000_000;
const MONEY = {least: -500_000_000, most: 5_000_000_000, sentinels: false};
const MONEY_IN_ALL = {...MONEY, least: 0};

/** Where the National Grid ends, north of Shetland, in metres. */
const GRID = {least: 0, most: 1_300_000, sentinels: false};

/**
 * What figures of schools a column can hold, from its name and unit. Percentages lie between
 * 0 and 100; counts and means of points are not negative, and no school has 9,999 pupils.
 */
export function possibleFigures(name: string, column: Column, codes: string): Possible {
  const {about = "", total} = column;
  if (/Metres/.test(about)) return GRID;
  if (about.includes("£")) return /^total_/.test(name) ? MONEY_IN_ALL : MONEY;
  if (codes === "finance" && name === "months") return {least: 0, most: 12, sentinels: false};
  if (/_score$/.test(name) && /scaled score/.test(about) && !/progress/i.test(name))
    return {least: 60, most: 140, sentinels: true};
  // In grades a subject: the farthest of any school, limits of its interval included, is 4.5 from 0.
  if (/^progress8(_low|_high|_uncapped|_disadvantaged)?$/.test(name)) return {least: -10, most: 10, sentinels: true};
  // In scaled points, of which there are 40.
  if (/^(reading|writing|maths)_progress(_low|_high)?$/.test(name)) return {least: -60, most: 60, sentinels: true};
  if (/national mean about 1000/.test(about)) return {least: 500, most: 1500, sentinels: true};
  if (/progress|value_added|_low$|_high$|progression/.test(name)) {
    // A mean of about 0, 100 or 1,000: some 20 points either way of the first two are beyond any school.
    return {least: -100, most: 1500, sentinels: true};
  }
  if (
    /^(overall_effectiveness|leadership|teaching|personal_development|outcomes_for_pupils|quality_of_education|behaviour)$/.test(
      name
    )
  )
    return {least: 0, most: 9, sentinels: true};
  // Pupils who come and go are in no count of January: more can be suspended than are on roll.
  if (/^suspended/.test(name)) return {least: 0, most: MOST_COUNTED, sentinels: true};
  if (/_pct$/.test(name)) return {least: 0, most: /for each 100|per 100/.test(about) ? 10_000 : 100, sentinels: true};
  if (/_rate$/.test(name)) return {least: 0, most: 10_000, sentinels: false};
  if (/^attainment8/.test(name) && total !== "sum") return {least: 0, most: 100, sentinels: true};
  if (/_age$|^age_/.test(name)) return {least: 0, most: 120, sentinels: false};
  return {least: 0, most: MOST_COUNTED, sentinels: !/^sessions|capacity|days|_total$/.test(name)};
}
