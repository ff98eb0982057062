import {MEETS, type PackedPath, type PackedWhom, type SumOf} from "../release/whom-to-help.ts";
import {unpackAscending} from "../your-schools/pack.ts";
import {FOLLOWED, type EarlierPath, type HelpRule, type PathPoint} from "./whom-to-help.ts";

export {chooseEffectDigits} from "./effect-digits.ts";
export {findHelpers, type Helper} from "./near-helpers.ts";
export {riseRule, type EarlierPath, type HelpRule, type PathPoint} from "./whom-to-help.ts";

/** What pages know of the schools of a phase, a place each in every array. */
export interface WhomNow extends Omit<PackedWhom, "idSteps" | "eastSteps" | "northSteps" | "names"> {
  ids: number[];
  easting: (number | null)[];
  northing: (number | null)[];
  names: string[];
}

/** A packed phase as pages use it. */
export const openWhom = ({idSteps, eastSteps, northSteps, names, ...rest}: PackedWhom): WhomNow => ({
  ...rest,
  ids: unpackAscending(idSteps),
  easting: unpackPlaces(eastSteps),
  northing: unpackPlaces(northSteps),
  names: names.split("\n")
});

function unpackPlaces(steps: readonly (number | null)[]): (number | null)[] {
  let last = 0;
  return steps.map((step) => (step === null ? null : (last += step)));
}

/** A rule as the sum of what it asks for. */
export const sumRule = ({lowest, below, absent, alone}: HelpRule): number =>
  (lowest ? MEETS.lowest : 0) + (below ? MEETS.below : 0) + (absent ? MEETS.absent : 0) + (alone ? MEETS.alone : 0);

/** Rows of the schools that meet a rule in the newest year, of those with a result in it. */
export function chooseNow({attainment, meets, region}: WhomNow, rule: HelpRule): number[] {
  const asked = sumRule(rule);
  const rows: number[] = [];
  for (let row = 0; row < meets.length; row++) {
    if (attainment[row] === null || (meets[row] & asked) !== asked) continue;
    if (rule.region === null || region[row] === rule.region) rows.push(row);
  }
  return rows;
}

/** Rows of the schools that have the results and the size to help others, chosen ones left out. */
export function ableNow({meets}: WhomNow, chosen: readonly number[]): number[] {
  const among = new Set(chosen);
  return [...meets.keys()].filter((row) => (meets[row] & MEETS.able) > 0 && !among.has(row));
}

/** How schools that met a rule in earlier years went on, and where those that meet it now have stood. */
export const openPath = ({earlier, recovery, schools, years, now}: PackedPath): EarlierPath & {now: PathPoint[]} => ({
  path: openPoints(earlier),
  recovery: average(recovery),
  schools,
  occasions: recovery[1],
  years,
  now: openPoints(now)
});

/** The means of years from the first that is followed on. */
export const openPoints = (sums: readonly SumOf[]): PathPoint[] =>
  sums.map((one, i) => ({event_time: FOLLOWED[0] + i, mean: average(one), schools: one[1]}));

const average = ([sum, schools]: SumOf): number | null => (schools === 0 ? null : sum / schools / 100);
