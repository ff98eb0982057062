import {firstDay, lastDay, type DatePrecision, type PartialDate} from "../../../src/vocabulary/partial-date.ts";
import {chooseOne, orEmpty, partialDate} from "./cells.ts";
import type {Fault} from "./table.ts";

/** From when to when, as far as it is known. A date is empty if it is unknown or, of an end, if the thing goes on. */
export interface Episode {
  start: PartialDate | "";
  start_precision: Exclude<DatePrecision, "open">;
  end: PartialDate | "";
  end_precision: DatePrecision;
}

/** The columns of an episode. */
export const episode = {
  start: orEmpty(partialDate),
  start_precision: chooseOne("day", "month", "year", "about", "by", "unknown"),
  end: orEmpty(partialDate),
  end_precision: chooseOne("day", "month", "year", "about", "by", "open", "unknown")
} as const;

const lengths: Partial<Record<DatePrecision, number>> = {day: 10, month: 7, year: 4, open: 0, unknown: 0};

/** What is wrong with an episode: a precision its date does not have, or an end before the start. */
export function checkEpisode({start, start_precision, end, end_precision}: Episode): Fault | null {
  const fault =
    faultOfPrecision("start_precision", start, start_precision) ??
    faultOfPrecision("end_precision", end, end_precision);
  if (fault) return fault;
  if (start && end && lastDay(end) < firstDay(start)) {
    return {column: "end", problem: `it ends in ${end}, before it starts in ${start}`, fix: "put the dates right"};
  }
  return null;
}

function faultOfPrecision(column: string, date: string, precision: DatePrecision): Fault | null {
  const length = lengths[precision];
  if (length === undefined ? date.length > 0 : date.length === length) return null;
  return {
    column,
    problem: date ? `${date} is not known to the ${precision}` : `there is no date, yet its precision is ${precision}`,
    fix: "write as much of the date as is known, and the precision that says so"
  };
}
