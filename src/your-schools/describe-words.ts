import {academicYear, capital, count, counted, quantity} from "../vocabulary/format.ts";
import {computeMean, nationalMean, type Published} from "./describe.ts";

/** How schools stood on an outcome in the newest year that any of them has a figure, next to all; null where none has. */
export function describeNewest(one: Published, rows: readonly number[], phase: string): string | null {
  const year = one.years.findLast((at) => computeMean(one, rows, at) !== null);
  const own = year === undefined ? null : computeMean(one, rows, year);
  if (year === undefined || own === null) return null;
  const of =
    own.schools === rows.length
      ? counted(own.schools, "school")
      : `${count(own.schools)} of ${counted(rows.length, "school")}`;
  return `${capital(one.label)} in ${academicYear(year)}: ${quantity(own.mean, one)} in ${of}. In all ${phase} schools: ${quantity(nationalMean(one, year), one)}.`;
}
