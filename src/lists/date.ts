import {formatDay, writtenDate, type DateSpan} from "./date-span.ts";
import {explainDate} from "./mangled-date.ts";
import {read, refused, type Reading} from "./problem.ts";
import type {Precision} from "./vocabulary.ts";

const form: Record<Precision, string> = {
  day: "01/09/2018",
  month: "09/2018",
  term: "autumn 2018",
  year: "2018/19"
};

interface DateOptions {
  /** How exactly the list says it is known; null where the list does not say: then the date itself says. */
  precision: Precision | null;
  /** A row of the same list whose date can only be month first; null if there is none. */
  monthFirstRow: number | null;
}

/**
 * When something happened, between two days. Null where the cell is empty, or where it cannot be read for sure: written
 * as in America next to dates that certainly are, less or more exact than the list says, or mangled by a spreadsheet.
 */
export function readDate(text: string, {precision, monthFirstRow}: DateOptions): Reading<DateSpan> {
  if (text === "") return read<DateSpan>(null);
  const dashed = /^((?:19|20)\d{2})-(\d{2})$/.exec(text);
  if (precision === "year" && dashed && Number(dashed[2]) === (Number(dashed[1]) + 1) % 100) {
    return refused(
      "date_year_dash",
      `“${text}” could be a month`,
      `for the academic year write ${dashed[1]}/${dashed[2]}`
    );
  }
  const written = writtenDate(text);
  if (!written) return {value: null, findings: [explainDate(text)]};
  if (monthFirstRow !== null && eitherWay(text)) {
    const day = written.span.earliest;
    return refused(
      "date_either_way",
      `“${text}” could be ${formatDay(day)} or, as row ${monthFirstRow} is month first, ${formatDay(reverseDate(day))}`,
      `write every day as day/month/year, or as ${day}, which cannot be mistaken`
    );
  }
  if (precision !== null && written.precision !== precision) {
    return refused(
      "date_other_precision",
      `“${text}” is a ${written.precision}, but date_precision says ${precision}`,
      `write both dates like ${form[precision]}, or change date_precision to ${written.precision}`
    );
  }
  return read(written.span);
}

/** Whether a date can only be month first: 09/30/2018. */
export const isMonthFirst = (text: string): boolean => {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/.exec(text);
  return match !== null && Number(match[1]) <= 12 && Number(match[2]) > 12 && Number(match[2]) <= 31;
};

const eitherWay = (text: string): boolean => {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/.exec(text);
  return match !== null && Number(match[1]) <= 12 && Number(match[2]) <= 12 && match[1] !== match[2];
};

const reverseDate = (iso: string): string => {
  const [year, month, day] = iso.split("-");
  return `${year}-${day}-${month}`;
};
