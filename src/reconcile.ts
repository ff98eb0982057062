import {format} from "d3";

export type Verdict = "exact" | "rounding" | "suppression" | "not_possible" | "unexplained";

/** A printed total, and what the school rows of its own file allow it to be. */
export interface Recomputed {
  /** `none`: the figure is neither a sum nor a mean weighted by any column of the file. */
  kind: "sum" | "mean" | "none";
  level: "local_authority" | "region" | "national";
  printed: number;
  /** From the schools with a figure alone; null without any. */
  recomputed: number | null;
  /** Bounds that hidden figures, and the rounding of the schools’ own, allow. */
  low: number | null;
  high: number | null;
  /** Half of the last printed place of the total. */
  half_unit: number;
  /** School rows the total counts. */
  schools: number;
  /** Of those: figures hidden by the publisher. */
  hidden: number;
  /** Figures hidden without a bound, or hidden together with their weight. */
  unbounded: number;
  /** Pupils of zero, so that a rate of theirs weighs nothing. */
  weightless: number;
  /** Rows without figures, of which the total counts the pupils nevertheless. */
  silent: number;
  /** Local authorities with schools in the file that year. */
  authorities: number;
  /** Whether the total counts schools that never have a row. */
  beyond: boolean;
}

/** Every authority of England but a few: City of London and Isles of Scilly have no school of some kinds. */
const NATION = 145;
const NOTHING = 1e-9;

/**
 * Says whether the school rows give the printed total. `exact`: to the last
 * place, with nothing hidden; `rounding`: within half of the last printed
 * place, and what the rounding of the schools’ figures adds; `suppression`: so
 * too, with the bounds of hidden figures; `not_possible`: `why` says what the file
 * lacks; `unexplained`: everything else, with the difference in `why`.
 */
export function judge(figure: Recomputed): {verdict: Verdict; why: string | null} {
  const lacking = lacks(figure);
  if (lacking) return {verdict: "not_possible", why: lacking};
  const {printed, recomputed, hidden} = figure;
  if (hidden === 0 && Math.abs(recomputed! - printed) <= NOTHING) return {verdict: "exact", why: null};
  const outside = difference(figure);
  if (outside === 0) return {verdict: hidden === 0 ? "rounding" : "suppression", why: null};
  const excuse = mayLack(figure, outside);
  if (excuse) return {verdict: "not_possible", why: excuse};
  return {verdict: "unexplained", why: sayDifference(figure)};
}

/** How far the printed figure is from the interval the schools allow: 0 inside, negative below. NaN without an interval. */
export function difference({printed, low, high, half_unit}: Pick<Recomputed, "printed" | "low" | "high" | "half_unit">) {
  if (low === null || high === null) return NaN;
  const tolerance = half_unit + NOTHING * Math.max(1, Math.abs(printed));
  if (printed < low - tolerance) return printed - low + half_unit;
  if (printed > high + tolerance) return printed - high - half_unit;
  return 0;
}

function lacks({kind, level, authorities, beyond, schools, printed, low, unbounded}: Recomputed): string | null {
  if (kind === "none") return "no denominator";
  if (level !== "local_authority" && authorities === 1) return "one authority";
  if (beyond || (level !== "local_authority" && authorities < NATION)) return "schools not in file";
  if (schools === 0 && printed !== 0) return "schools not in file";
  if (unbounded > 0 || low === null) return "no denominator";
  return null;
}

/** Rows without figures can only add to a sum; to a mean they can do anything. */
function mayLack({kind, silent, weightless}: Recomputed, outside: number): string | null {
  if (silent > 0 && (kind === "mean" || outside > 0)) return "schools not in file";
  if (kind === "mean" && weightless > 0) return "no denominator";
  return null;
}

const number = format(",.6~f");

function sayDifference({printed, low, high}: Recomputed): string {
  const schools = number(low!) === number(high!) ? number(low!) : `${number(low!)} to ${number(high!)}`;
  return `printed ${number(printed)}, schools give ${schools}`;
}
