import {format} from "d3";

export const verdicts = ["exact", "rounding", "suppression", "not_possible", "unexplained"] as const;
export type Verdict = (typeof verdicts)[number];

export interface Judgement {
  verdict: Verdict;
  /** How far an unexplained total is beyond what the schools allow: negative below, null if it is not. */
  difference: number | null;
  /** What the file lacks, or both figures. */
  why: string | null;
}

/** A printed total, and what the school rows of its own file allow it to be. */
export interface Recomputed {
  /** `mean` is weighted by another column, `rate` is a count per 100 of it; `none` is neither a sum nor weighted by any column of the file. */
  kind: "sum" | "mean" | "rate" | "none";
  level: "local_authority" | "region" | "national";
  printed: number;
  /** From the schools with a figure alone; null without any. */
  recomputed: number | null;
  /** Bounds that hidden figures, and the rounding of the schools’ own, allow; null without a school to weigh. */
  low: number | null;
  high: number | null;
  /** Half of the last printed place of the total. */
  half_unit: number;
  /** School rows that the total counts. */
  schools: number;
  /** Of those: how many figures the publisher hides. */
  hidden: number;
  /** Of those: how many are without a bound. */
  unbounded: number;
  /** Rows whose pupils the total may count although the file gives no figures of them. */
  silent: number;
  /** Local authorities with schools in the file that year. */
  authorities: number;
  /** What is known of such totals that makes the comparison impossible. */
  lacking: string | null;
}

/** Every authority of England but a few, since some have no school of some kinds: there have been 150 to 153. */
export const ENGLAND = 145;

/** Sums of doubles differ from the printed decimal by less than this share. */
const NOTHING = 1e-9;

/**
 * Says whether school rows give the printed total. `exact`: nothing is hidden
 * and it is the same number; `rounding`: nothing is hidden, and it is within half
 * of the last printed place and what the schools’ own rounding adds;
 * `suppression`: so too, with what hidden figures can add; `not_possible`:
 * the file lacks what it takes; `unexplained`: all else. `nation`: the fewest
 * authorities whose schools make a national total.
 */
export function judge(figure: Recomputed, {nation = ENGLAND}: {nation?: number} = {}): Judgement {
  const {kind, printed, recomputed, hidden, silent} = figure;
  const judged = (verdict: Verdict, why: string | null = null) => ({verdict, difference: null, why});
  const lacking = findLack(figure, nation);
  if (lacking) return judged("not_possible", lacking);
  if (hidden === 0 && Math.abs(recomputed! - printed) <= NOTHING) return judged("exact");
  const difference = findDifference(figure);
  if (difference === 0) return judged(hidden === 0 ? "rounding" : "suppression");
  // Pupils of rows without figures can only add to a sum; a mean they can move either way.
  if (silent > 0 && (kind !== "sum" || difference > 0)) return judged("not_possible", "schools not in file");
  return {verdict: "unexplained", difference, why: sayDifference(figure)};
}

/** Whether a difference in a count is more than 1% of it; one single pupil never is. */
export const isLarge = (printed: number, difference: number): boolean =>
  Math.abs(difference) > Math.max(1, 0.01 * Math.abs(printed));

function findLack(
  {kind, level, authorities, lacking, schools, printed, low, unbounded}: Recomputed,
  nation: number
): string | null {
  if (kind === "none") return "no denominator";
  if (level !== "local_authority" && authorities === 1) return "one authority";
  if (level !== "local_authority" && authorities < nation) return "schools not in file";
  if (lacking) return lacking;
  if (schools === 0 && printed !== 0) return "schools not in file";
  return unbounded > 0 || low === null ? "no denominator" : null;
}

/** Negative below what the schools and the rounding of the printed figure allow, positive above, 0 within. */
function findDifference({printed, low, high, half_unit}: Recomputed): number {
  const tolerance = NOTHING * Math.max(1, Math.abs(printed));
  const below = printed + half_unit - low!;
  const above = printed - half_unit - high!;
  return below < -tolerance ? below : above > tolerance ? above : 0;
}

const write = format(",.6~f");

function sayDifference({printed, low, high}: Recomputed): string {
  const [least, most] = [write(low!), write(high!)];
  return `printed ${write(printed)}, schools give ${least === most ? least : `${least} to ${most}`}`;
}
