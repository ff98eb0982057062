import {formatDay, isoDay} from "./date-span.ts";
import {stops, type Finding} from "./problem.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthNumber = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** A spreadsheet counts days from 30 December 1899. */
const serialDay = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

const suggest = (iso: string | null): string =>
  iso ? `if it is ${formatDay(iso)}, write ${formatDay(iso)}` : "write the day like 01/09/2018";

/** What a spreadsheet makes of a month, and of those academic years whose second half could be one: 2009/10 becomes Oct-09. */
function mangled(text: string, month: number, year: number): Finding {
  const full = `20${String(year).padStart(2, "0")}`;
  const digits = String(month).padStart(2, "0");
  const asMonth = `if it is a month, write ${digits}/${full}`;
  const asYear = month === year + 1 ? `; if it is the academic year, write ${full}/${digits}` : "";
  return stops(
    "date_mangled",
    `“${text}” is a month as a spreadsheet shows it`,
    `${asMonth}${asYear}; to stop this, format the column as text first`
  );
}

type Explain = (text: string, ...groups: (string | undefined)[]) => Finding;

const explanations: [RegExp, Explain][] = [
  [
    /^#+$/,
    () =>
      stops(
        "date_too_narrow",
        "“####” is what a spreadsheet shows when the column is too narrow",
        "widen the column, then save the list again"
      )
  ],
  [
    /^([2-5]\d{4})(?:\.\d+)?$/,
    (text, serial) =>
      stops(
        "date_as_number",
        `“${text}” is how a spreadsheet numbers days (it would be ${formatDay(serialDay(Number(serial)))})`,
        `${suggest(serialDay(Number(serial)))}; to stop this, format the column as text first`
      )
  ],
  [
    /^(\d{4}-\d{2}-\d{2})[ T]23:\S*Z$/,
    (text, day) => {
      const next = new Date(Date.parse(day!) + 86_400_000).toISOString().slice(0, 10);
      return stops(
        "date_with_time",
        `“${text}” is a time of Greenwich, and in summer the next day here`,
        suggest(next)
      );
    }
  ],
  [
    /^(.{8,10})[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/,
    (text, day) => stops("date_with_time", `“${text}” has a time of day`, `write ${day} without the time`)
  ],
  [
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/,
    (text, y, m, d) =>
      stops("date_without_marks", `“${text}” has no marks between`, suggest(isoDay(Number(y), Number(m), Number(d))))
  ],
  [
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/,
    (text) => stops("date_short_year", `“${text}” has a year of two digits`, "write the year in full, like 01/09/2018")
  ],
  [
    /^(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})$/,
    (text, first, second, year) => {
      const turned = isoDay(Number(year), Number(first), Number(second));
      return turned
        ? stops(
            "date_american",
            `“${text}” has ${second} for the month; it looks American, month first`,
            suggest(turned)
          )
        : stops("date_no_such_day", `“${text}” is no day of the calendar`, "look up the day: it is day/month/year");
    }
  ],
  [
    /^((?:19|20)\d{2})-(\d{2})-(\d{2})$/,
    (text) => stops("date_no_such_day", `“${text}” is no day of the calendar`, "look up the day: it is year-month-day")
  ],
  [
    new RegExp(`^(${MONTHS.join("|")}|sept)[- ](\\d{2})$`, "i"),
    (text, month, year) => mangled(text, monthNumber(month!), Number(year))
  ],
  [
    new RegExp(`^(?:\\d{1,2}[- ](?:${MONTHS.join("|")})|(?:${MONTHS.join("|")})[- ]\\d)$`, "i"),
    (text) => stops("date_without_year", `“${text}” has no year`, "write the day with its year, like 01/09/2018")
  ],
  [
    /^(\d{1,2})[- ]([A-Za-z]{3,9})[- ,]+((?:19|20)\d{2}|\d{2})$/,
    (text, d, month, y) =>
      stops(
        "date_in_words",
        `“${text}” is in words`,
        suggest(isoDay(Number(y!.length === 2 ? `20${y}` : y), monthNumber(month!), Number(d)))
      )
  ],
  [
    /^((?:19|20)\d{2})-(\d{2})$/,
    (text, first, second) =>
      stops(
        "date_year_dash",
        `“${text}” is no month`,
        Number(second) === (Number(first) + 1) % 100
          ? `if it is the academic year, write ${first}/${second}`
          : "write a month like 09/2018, an academic year like 2018/19"
      )
  ],
  [
    /^(?:n\/?a|none|unknown|not known|\?+|-+|tbc|present|current|ongoing|now|to date)$/i,
    (text) => stops("date_word", `“${text}” is not a date`, "leave it empty if it is not known, or if it has not ended")
  ]
];

/** What is wrong with a date that is not written as lists may write it, and what it was probably meant to be. Never guessed. */
export function explainDate(text: string): Finding {
  for (const [pattern, report] of explanations) {
    const match = pattern.exec(text);
    if (match) return report(text, ...match.slice(1));
  }
  return stops(
    "date_not_read",
    `“${text}” is not a date`,
    "write a day like 01/09/2018, a month like 09/2018, a term like autumn 2018, an academic year like 2018/19"
  );
}
