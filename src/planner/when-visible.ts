import type {VarianceRow} from "../release/variances.ts";
import {seeSupported} from "./programme.ts";

/** What could be seen after so many years of help. */
export interface YearOfSight {
  /** Years of results since help began. */
  after: number;
  /** The academic year of the newest of them, by the year in which it ends. */
  year: number;
  /** The smallest effect that would be seen four times in five, in the unit of the outcome; null where nothing can be said. */
  effect: number | null;
  /** The least that it can be, where results at some lag are not measured (`Sight`). */
  least: number | null;
  /** Whether an effect as small as the smallest of interest would be seen. */
  enough: boolean;
}

/** Years of help that are looked ahead to. */
const MOST_YEARS = 5;

/** Year by year what a programme with so many schools, each helped on its own, could see, three years of results before it. */
export function whenVisible(
  {schools, first}: {schools: number; first: number},
  row: Pick<VarianceRow, "covariance" | "authority_share" | "comparators" | "smallest_effect">
): YearOfSight[] {
  return Array.from({length: MOST_YEARS}, (_, i) => {
    const after = i + 1;
    const programme = {schools, helpers: schools, comparators: row.comparators, before: 3, after};
    const sight = seeSupported(programme, row);
    const [effect, least] = [sight?.effect ?? null, sight?.least ?? null];
    return {after, year: first + i, effect, least, enough: effect !== null && effect <= row.smallest_effect};
  });
}
