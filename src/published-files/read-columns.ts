import type {AcademicYear} from "../vocabulary/academic-year.ts";
import type {Measure} from "../vocabulary/measure.ts";

/**
 * The columns of a source that measures read in a file of the given year, each with the ids of its measures; in any
 * year of a file that holds several (null).
 */
export function columnsRead(
  measures: Record<string, Measure>,
  source: string,
  year: AcademicYear | null
): Map<string, string[]> {
  const read = new Map<string, string[]>();
  for (const [id, {comparable_series}] of Object.entries(measures)) {
    for (const {from, to, read: readings} of comparable_series) {
      for (const {source: of, value, pupils, lag = 0} of readings) {
        if (of !== source || (year !== null && (year - lag < from || (to !== null && year - lag > to)))) continue;
        const names = [...(typeof value === "string" ? [value] : [value.count, value.of]), ...(pupils ? [pupils] : [])];
        for (const name of names) read.set(name, [...new Set([...(read.get(name) ?? []), id])]);
      }
    }
  }
  return read;
}
