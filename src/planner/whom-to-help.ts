import {quantileSorted} from "d3";
import type {PositionYear, WhomFile} from "../release/whom-to-help.ts";

/** Which schools somebody means to help; what is not asked for is false or null. */
export interface HelpRule {
  /** In the lowest third of attainment of the phase and year. */
  lowest: boolean;
  /** Below good at two inspections in a row. */
  below: boolean;
  /** In the third with most absence, of that year or the newest of the two before it. */
  absent: boolean;
  /** In no trust, federation or other body that governs. */
  alone: boolean;
  /** Place in the list of regions. */
  region: number | null;
}

/** The rule by which schools are eligible for RISE. */
export const riseRule: HelpRule = {lowest: false, below: true, absent: false, alone: false, region: null};

/** Whether the register of the release gives the place of any school: without, nobody knows who is near. */
export const hasPlaces = ({easting}: Pick<WhomFile, "easting">): boolean => easting.some((metres) => metres !== null);

/** Whether any school stands twice in a row below good in the inspections of the release: without, such a rule picks nobody. */
export const hasInspections = ({below}: Pick<WhomFile, "below">): boolean => below.length > 0;

/** The newest year of attainment; schools without a result in it are taken to be closed. Throws where there is none. */
export function newestYear({attainment}: Pick<WhomFile, "attainment">): number {
  const newest = attainment.at(-1);
  if (!newest) throw new Error("no year of attainment");
  return newest.year;
}

/** Rows of the schools that meet a rule in a year, of those with a result in it. */
export function chooseSchools(file: WhomFile, rule: HelpRule, year: number): number[] {
  const positions = findYear(file.attainment, year);
  if (!positions) return [];
  const low = findThird(positions, 1);
  const absence = rule.absent ? newestBy(file.absence, year) : undefined;
  const high = absence ? findThird(absence, 2) : NaN;
  const below = rule.below ? listBelow(file, year) : null;
  const rows: number[] = [];
  positions.values.forEach((value, row) => {
    if (value === null || (rule.region !== null && file.region[row] !== rule.region)) return;
    const meets =
      (!rule.lowest || value <= low) &&
      (!rule.absent || (absence?.values[row] ?? -Infinity) >= high) &&
      (!below || below.has(row)) &&
      (!rule.alone || isAlone(file, row, year));
    if (meets) rows.push(row);
  });
  return rows;
}

/** Years before and after being chosen over which earlier schools are followed. */
export const FOLLOWED: readonly [number, number] = [-3, 3];

/** Where schools stood so many years from being chosen. */
export interface PathPoint {
  event_time: number;
  /** Mean, in standard deviations from the mean of all schools of the year; null where no school has a result. */
  mean: number | null;
  schools: number;
}

/** How schools that met a rule earlier went on. */
export interface EarlierPath {
  path: PathPoint[];
  /** Mean change from the year they were chosen to the last followed; null where there are none. */
  recovery: number | null;
  /** Schools, and how often in all they were chosen. */
  schools: number;
  occasions: number;
  /** First and last year in which one was chosen. */
  years: [number, number] | null;
}

/**
 * Schools that met the rule in an earlier year, in every year that they did, with a result in that year and the last
 * followed, and that joined no trust, federation or other body that governs until then: the path of schools chosen by
 * the rule that were not helped for it.
 */
export function followEarlier(file: WhomFile, rule: HelpRule): EarlierPath {
  const positions = new Map(file.attainment.map((one) => [one.year, one.values]));
  const at = (row: number, year: number) => positions.get(year)?.[row] ?? null;
  const followed = file.attainment.flatMap(({year}) => {
    const end = year + FOLLOWED[1];
    if (!positions.has(end)) return [];
    return chooseSchools(file, rule, year)
      .filter((row) => isAlone(file, row, end) && at(row, end) !== null)
      .map((row) => ({row, year}));
  });
  const path = Array.from({length: FOLLOWED[1] - FOLLOWED[0] + 1}, (_, i) => {
    const event_time = FOLLOWED[0] + i;
    const values = onlyKnown(followed.map(({row, year}) => at(row, year + event_time)));
    return {event_time, mean: averagePosition(values), schools: values.length};
  });
  const years = followed.map(({year}) => year);
  return {
    path,
    recovery: averagePosition(followed.map(({row, year}) => at(row, year + FOLLOWED[1])! - at(row, year)!)),
    schools: new Set(followed.map(({row}) => row)).size,
    occasions: followed.length,
    years: years.length ? [Math.min(...years), Math.max(...years)] : null
  };
}

/** Where the schools that meet the rule now have stood, up to now. */
export function pathUntilNow(file: WhomFile, rows: readonly number[]): PathPoint[] {
  const now = newestYear(file);
  return Array.from({length: 1 - FOLLOWED[0]}, (_, i) => {
    const event_time = FOLLOWED[0] + i;
    const values = onlyKnown(rows.map((row) => findYear(file.attainment, now + event_time)?.values[row] ?? null));
    return {event_time, mean: averagePosition(values), schools: values.length};
  });
}

/** Rows of the schools that have the results and the size to help others, chosen ones left out. */
export function ableToHelp(file: WhomFile, chosen: readonly number[]): number[] {
  const positions = findYear(file.attainment, newestYear(file))!;
  const high = findThird(positions, 2);
  const among = new Set(chosen);
  const sizes = onlyKnown(positions.values.map((value, row) => (value === null ? null : file.pupils[row]))).sort(
    (a, b) => a - b
  );
  const middle = quantileSorted(sizes, 0.5) ?? Infinity;
  return positions.values.flatMap((value, row) =>
    value !== null && value >= high && (file.pupils[row] ?? 0) >= middle && !among.has(row) ? [row] : []
  );
}

const findYear = (years: readonly PositionYear[], year: number): PositionYear | undefined =>
  years.find((one) => one.year === year);

/** Attendance may be published later than results: the newest of so many years up to a year. */
const OLDEST_ABSENCE = 2;

const newestBy = (years: readonly PositionYear[], year: number): PositionYear | undefined =>
  years.findLast((one) => one.year <= year && one.year >= year - OLDEST_ABSENCE);

const thirds = new WeakMap<PositionYear, readonly [number, number]>();

/** The end of the lowest third, or the start of the highest: found once for every year. */
function findThird(positions: PositionYear, which: 1 | 2): number {
  const found = thirds.get(positions) ?? findThirds(positions);
  thirds.set(positions, found);
  return found[which - 1];
}

function findThirds({values}: PositionYear): [number, number] {
  const sorted = onlyKnown(values).sort((a, b) => a - b);
  return [quantileSorted(sorted, 1 / 3) ?? NaN, quantileSorted(sorted, 2 / 3) ?? NaN];
}

function listBelow({below}: WhomFile, year: number): Set<number> {
  return new Set(below.filter(([, from, to]) => from <= year && (to === null || year < to)).map(([row]) => row));
}

function isAlone({joined}: WhomFile, row: number, year: number): boolean {
  const from = joined[row];
  return from === null || (from > 0 && from > year);
}

const onlyKnown = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** In standard deviations, of hundredths. */
const averagePosition = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length / 100;
