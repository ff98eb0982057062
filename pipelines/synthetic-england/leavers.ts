import {logistic, type Draw} from "./draw.ts";
import type {SchoolState} from "./school-state.ts";

/** Leavers of one type, and where they were half a year later. */
export type Leavers = Record<(typeof leaverCounts)[number], number>;
export const leaverCounts = [
  "COHORT",
  "OVERALL_DEST",
  "APPREN",
  "EMPLOYMENT",
  "EDUCATION",
  "FE",
  "SCH_6TH",
  "SIXTH_COL",
  "OTHER_EDU",
  "NOT_SUSTAINED",
  "UNKNOWN"
] as const;

/** All leavers, the disadvantaged ones, and the others, as the file’s columns end. */
export const leaverGroups = ["", "_DIS", "_NONDIS"] as const;
export type Left = Record<(typeof leaverGroups)[number], Leavers>;

/** A standard deviation of staying on: so much more likely, in log odds. */
const STAYING_ON = 0.35;

/** Where those who left a school at the end of a year went. */
export function simulateLeavers({school, pupils, disadvantaged, level, planted}: SchoolState, draw: Draw): Left {
  const sixth = school.ages[1] > 16 ? 0.6 : 0.1;
  const go = (n: number, odds: number): Leavers => {
    const stays = draw.binomial(n, logistic(odds + 0.45 * level + STAYING_ON * planted.staying_on));
    const FE = draw.binomial(stays, 1 - sixth - 0.15);
    const SCH_6TH = draw.binomial(stays - FE, sixth / (sixth + 0.15));
    const OTHER_EDU = draw.binomial(stays - FE - SCH_6TH, 0.2);
    const rest = n - stays;
    const APPREN = draw.binomial(rest, 0.28);
    const EMPLOYMENT = draw.binomial(rest - APPREN, 0.3);
    const UNKNOWN = draw.binomial(rest - APPREN - EMPLOYMENT, 0.15);
    return {
      COHORT: n,
      OVERALL_DEST: stays + APPREN + EMPLOYMENT,
      APPREN,
      EMPLOYMENT,
      EDUCATION: stays,
      FE,
      SCH_6TH,
      SIXTH_COL: stays - FE - SCH_6TH - OTHER_EDU,
      OTHER_EDU,
      NOT_SUSTAINED: rest - APPREN - EMPLOYMENT - UNKNOWN,
      UNKNOWN
    };
  };
  const _DIS = go(disadvantaged, 1.5);
  const _NONDIS = go(pupils - disadvantaged, 2.2);
  return {"": addLeavers([_DIS, _NONDIS]), _DIS, _NONDIS};
}

/** Several groups of leavers as one. */
export const addLeavers = (all: readonly Leavers[]): Leavers =>
  Object.fromEntries(leaverCounts.map((name) => [name, all.reduce((n, one) => n + one[name], 0)])) as Leavers;
