import {clamp} from "./draw.ts";
import type {Standing} from "./life.ts";

/** Half-days missed, and pupils who missed many, over a school year. */
export interface Absence {
  enrolments: number;
  possible: number;
  /** By reason, in the publisher’s words: the reasons with leave, then those without. */
  authorised: Record<string, number>;
  unauthorised: Record<string, number>;
  /** Not counted as absence. */
  covid: number;
  /** Who missed 10, 15, 20 and 50 per cent. */
  persistent: {10: number; 15: number; 20: number; 50: number};
  /** Pupils who missed a session at least once, by reason, with and without leave, and at all. */
  once: {overall: number; authorised: number; unauthorised: number; reasons: Record<string, number>};
}

/** Share of all absence, by reason. */
const withLeave = {
  illness: 0.62,
  appointments: 0.055,
  religious: 0.01,
  study: 0.01,
  traveller: 0.004,
  holiday: 0.03,
  excluded: 0.012,
  other: 0.05
};
const withoutLeave = {holiday: 0.07, late: 0.02, other: 0.095, noyet: 0.02};
/** Share of pupils who were absent for it at least once. */
const once = {
  illness: 0.8,
  appointments: 0.35,
  religious: 0.05,
  study: 0.02,
  traveller: 0.002,
  holiday: 0.05,
  excluded: 0.02,
  other: 0.18
};
const onceWithout = {holiday: 0.16, late: 0.07, other: 0.24, noyet: 0.06};

export function absenceOf({school, year, result, draw}: Standing, roll: number): Absence {
  const usual = {primary: 0.042, secondary: 0.054, special: 0.095}[school.phase];
  const rate = clamp(
    usual * epidemic(year) * Math.exp(0.16 * school.deprivation - 0.1 * result + 0.06 * draw.normal()),
    0.01,
    0.3
  );
  const poverty = Math.exp(0.35 * school.deprivation - 0.15 * result + 0.1 * draw.normal());
  const enrolments = Math.max(1, Math.round(roll * (0.93 + 0.03 * draw.uniform())));
  const possible = enrolments * draw.integer(288, 320);
  const sessions = (share: number) => draw.poisson(possible * rate * share);
  const pupils = (share: number) => draw.binomial(enrolments, clamp(share, 0, 0.99));
  const secondary = school.phase === "secondary";
  const reasons = {
    ...mapped(prefixed("auth", once), (share, key) => pupils(key === "auth_study" && !secondary ? 0.001 : share)),
    ...mapped(prefixed("unauth", onceWithout), (share) => pupils(share * Math.min(2, poverty)))
  };
  const twenty = pupils(1.4 * rate * rate * 10);
  return {
    enrolments,
    possible,
    authorised: mapped(withLeave, (share, key) => (key === "study" && !secondary ? 0 : sessions(share))),
    unauthorised: mapped(withoutLeave, (share) => sessions(share * poverty)),
    covid: year === 2021 ? sessions(0.9) : year === 2022 ? sessions(0.2) : 0,
    persistent: {10: pupils(2.3 * rate), 15: pupils(1.1 * rate), 20: twenty, 50: draw.binomial(twenty, 0.2)},
    once: {overall: pupils(0.92), authorised: pupils(0.89), unauthorised: pupils(0.4 * Math.min(2, poverty)), reasons}
  };
}

/** Absence fell until the pandemic, and has been far higher since. */
const epidemic = (year: number): number =>
  year <= 2014 ? 1.12 - 0.03 * (year - 2011) : year < 2020 ? 1 : year === 2021 ? 1 : 1.5;

export function mapped<K extends string>(
  from: Record<K, number>,
  change: (value: number, key: K) => number
): Record<K, number> {
  return Object.fromEntries((Object.entries(from) as [K, number][]).map(([k, v]) => [k, change(v, k)])) as Record<
    K,
    number
  >;
}

const prefixed = (prefix: string, from: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [`${prefix}_${key}`, value]));

export const total = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, n) => sum + n, 0);
