import type {VarianceRow} from "../release/variances.ts";
import type {RiseSight, WhomFile, YearOfSight} from "../release/whom-to-help.ts";
import {seeSupported} from "./programme.ts";
import {chooseSchools, newestYear, riseRule} from "./whom-to-help.ts";

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

/** The first academic year with two terms of help, for a list without days: help began in February 2025. */
const FIRST_HELPED = 2026;

/** The same of the schools on the list of RISE or, without a list, of those that its rule picks now; null where there are none. */
export function seeRise(file: WhomFile, row: Parameters<typeof whenVisible>[1] | undefined): RiseSight | null {
  const schools = file.listed.length || chooseSchools(file, riseRule, newestYear(file)).length;
  if (schools === 0 || row === undefined) return null;
  const known = file.listed.flatMap(([, year]) => (year === null ? [] : [year]));
  const first = known.length > 0 ? Math.max(...known) : FIRST_HELPED;
  return {schools, first, years: whenVisible({schools, first}, row)};
}
