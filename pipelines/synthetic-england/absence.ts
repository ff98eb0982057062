import {clamp, type Draw} from "./draw.ts";
import type {SchoolState} from "./school-state.ts";

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

/** Share of all absence, by reason with leave, and without. */
const withLeave: readonly Share[] = [
  ["illness", 0.62],
  ["appointments", 0.055],
  ["religious", 0.01],
  ["study", 0.01],
  ["traveller", 0.004],
  ["holiday", 0.03],
  ["excluded", 0.012],
  ["other", 0.05]
];
const withoutLeave: readonly Share[] = [
  ["holiday", 0.07],
  ["late", 0.02],
  ["other", 0.095],
  ["noyet", 0.02]
];
/** Share of pupils who were absent for it at least once. */
const once: readonly Share[] = [
  ["auth_illness", 0.8],
  ["auth_appointments", 0.35],
  ["auth_religious", 0.05],
  ["auth_study", 0.02],
  ["auth_traveller", 0.002],
  ["auth_holiday", 0.05],
  ["auth_excluded", 0.02],
  ["auth_other", 0.18]
];
const onceWithout: readonly Share[] = [
  ["unauth_holiday", 0.16],
  ["unauth_late", 0.07],
  ["unauth_other", 0.24],
  ["unauth_noyet", 0.06]
];
type Share = readonly [reason: string, share: number];

/** A standard deviation of attendance: a rate of absence so many times as high, in logarithms. */
const ATTENDANCE = 0.2;

const usual = {primary: 0.0385, secondary: 0.0525, special: 0.1};

export function simulateAbsence({school, year, roll, level, passing, planted}: SchoolState, draw: Draw): Absence {
  const gain = ATTENDANCE * planted.attendance;
  const {deprivation, traits} = school;
  const odds = 0.05 * deprivation - 0.05 * level + 0.17 * traits.attendance - 0.08 * passing.attendance - gain;
  const rate = clamp(usual[school.phase] * epidemic(year) * Math.exp(odds), 0.01, 0.3);
  const poverty = Math.exp(0.3 * deprivation - 0.1 * level + 0.15 * draw.normal() - gain);
  const enrolments = Math.max(1, draw.whole(roll * (0.93 + 0.03 * draw.uniform())));
  const possible = enrolments * draw.integer(288, 320);
  const sessions = (share: number) => draw.poisson(possible * rate * share);
  const pupils = (share: number) => draw.binomial(enrolments, clamp(share, 0, 0.99));
  const secondary = school.phase === "secondary";
  const reasons: Record<string, number> = {};
  for (const [reason, share] of once) reasons[reason] = pupils(reason === "auth_study" && !secondary ? 0.001 : share);
  for (const [reason, share] of onceWithout) reasons[reason] = pupils(share * Math.min(2, poverty));
  const authorised: Record<string, number> = {};
  for (const [reason, share] of withLeave) authorised[reason] = reason === "study" && !secondary ? 0 : sessions(share);
  const unauthorised: Record<string, number> = {};
  for (const [reason, share] of withoutLeave) unauthorised[reason] = sessions(share * poverty);
  // Where twice as many sessions are missed, nearly four times as many pupils miss many.
  const often = ((68 * rate * rate) / (1 + 9 * rate)) * Math.exp(0.3 * draw.normal());
  const drawn = {20: pupils(0.25 * often), 10: pupils(often), 15: pupils(0.45 * often)};
  // Whoever misses a fifth misses a tenth as well.
  const fifteen = Math.min(drawn[15], drawn[10]);
  const twenty = Math.min(drawn[20], fifteen);
  const half = Math.min(draw.binomial(drawn[20], 0.2), twenty);
  return {
    enrolments,
    possible,
    authorised,
    unauthorised,
    covid: year === 2021 ? sessions(0.9) : year === 2022 ? sessions(0.2) : 0,
    persistent: {10: drawn[10], 15: fifteen, 20: twenty, 50: half},
    once: {overall: pupils(0.92), authorised: pupils(0.89), unauthorised: pupils(0.4 * Math.min(2, poverty)), reasons}
  };
}

/** Absence fell until the pandemic, and has been far higher since. */
const epidemic = (year: number): number =>
  year <= 2014 ? 1.12 - 0.03 * (year - 2011) : year < 2020 ? 1 : year === 2021 ? 1 : 1.5;

export function total(counts: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const name in counts) sum += counts[name];
  return sum;
}
