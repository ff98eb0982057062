import {computeBreakEven} from "../analysis/evidence/break-even.ts";

/** What is paid, and what somebody says it is worth. */
export interface Terms {
  /** Pounds for one helped school for one year, the helper’s time in it. */
  cost: number;
  /** What one unit of the outcome in one school for one year is worth, in pounds; null where nobody says. */
  value: number | null;
  /** Share of the gain of one year that is left in the next once help ends, 0 to 1. */
  persistence: number;
}

/** What a programme costs, and what an effect of one size would cost and bring. In pounds. */
export interface ProgrammeCost {
  /** All helped schools, all years. */
  total: number;
  /** One unit of the outcome in one school for one year. */
  per_unit: number;
  /** One pupil for one year, and one unit for one pupil; null without a roll. */
  per_pupil: number | null;
  per_unit_pupil: number | null;
  /** The effect at which a year of help is worth what it costs; null where nobody says what a unit is worth. */
  pays_at: number | null;
  /** Years from joining until the gains have covered what was paid; null where they do not within 50, or nobody says. */
  break_even: number | null;
}

/** Costs a programme whose effect is of this size, in the unit of the outcome. Throws where the persistence is not a share. */
export function costProgramme(
  {schools, after, effect, pupils}: {schools: number; after: number; effect: number; pupils: number | null},
  {cost, value, persistence}: Terms
): ProgrammeCost {
  const size = Math.abs(effect);
  const per_pupil = pupils !== null && pupils > 0 ? cost / pupils : null;
  return {
    total: cost * schools * after,
    per_unit: cost / size,
    per_pupil,
    per_unit_pupil: per_pupil === null ? null : per_pupil / size,
    pays_at: value === null || !(value > 0) ? null : cost / value,
    break_even: value === null ? null : computeBreakEven({cost, benefit: size * value, years: after, persistence})
  };
}
