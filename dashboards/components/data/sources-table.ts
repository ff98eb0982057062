import {html} from "htl";
import {longDate} from "../ui/dates.js";
import {academicYears, count, counted} from "../ui/format.js";
import type {ReconciliationFile, SourceRow} from "../ui/release.js";
import {table} from "../ui/table.js";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The years that a source’s files are of, and how many of its newest year are not final. */
export interface Freshness {
  /** “2010/11 to 2023/24”, “1 May 2018 to 31 August 2022”, “not by year”, “no file in this release”. */
  years: string;
  /** “final”, “revised and final”, “not stated”: the stages of the files of the newest year. */
  stage: string;
}

export function freshness({files}: Pick<SourceRow, "files">): Freshness {
  if (files.length === 0) return {years: "no file in this release", stage: ""};
  const years = [...new Set(files.flatMap(({year}) => (year === null ? [] : [year])))].sort();
  const newest = files.filter(({year}) => year === (years.at(-1) ?? null));
  const stages = [...new Set(newest.map(({stage}) => stage ?? "not stated"))].sort();
  const ends = [years[0], years.at(-1)].flatMap((year) => (year === undefined ? [] : [yearOrDay(year)]));
  return {years: [...new Set(ends)].join(" to ") || "not by year", stage: stages.join(" and ")};
}

/** “2018/19” as it stands; “2018-05-01”, of an extract, as “1 May 2018”. */
export const yearOrDay = (year: string): string => (/^\d{4}-\d\d-\d\d$/.test(year) ? longDate(year) : year);

/** How many of a source’s printed totals the schools do not add up to, in words. */
export function agreement(checks: readonly Pick<ReconciliationFile, "printed" | "unexplained">[]): string {
  if (checks.length === 0) return "no printed totals";
  const left = sum(checks.map((d) => d.unexplained));
  return left === 0 ? "all explained" : `${count(left)} of ${count(sum(checks.map((d) => d.printed)))} not explained`;
}

/** Years in a row as one series: “2010/11 to 2012/13, 2018/19”. */
export function listSeriesSpans(years: readonly number[]): string {
  const found: [number, number][] = [];
  for (const year of years) {
    const last = found.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else found.push([year, year]);
  }
  return found.map(([first, last]) => academicYears(first, last)).join(", ");
}

/** Names behind how many there are. */
const columnsNotRead = (names: readonly string[]): string | HTMLElement =>
  names.length === 0
    ? "none"
    : html`<details>
        <summary>${counted(names.length, "column")}</summary>
        <span class="break">${names.join(", ")}</span>
      </details>`;

/** Every source in a line: its years, those published that are not here, what of it is not read, its newest stage, and whether it adds up. */
export const sourcesTable = (
  sources: readonly SourceRow[],
  reconciliation: readonly ReconciliationFile[]
): HTMLElement =>
  table("Sources", sources, [
    {name: "Source", show: ({id, title}) => html`<a href=${`./sources#${id}`}>${title}</a>`},
    {name: "Years", show: (d) => freshness(d).years},
    {name: "Published, no file here", show: (d) => listSeriesSpans(d.years_without)},
    {name: "In the file, not read", show: (d) => (d.files.length === 0 ? "" : columnsNotRead(d.not_read))},
    {name: "Stage of the newest", show: (d) => freshness(d).stage},
    {name: "Files", show: ({files}) => count(files.length), numeric: true},
    {name: "Rows of schools", show: ({files}) => count(sum(files.map((d) => d.school_rows))), numeric: true},
    {
      name: "Totals",
      show: ({id, files}) => (files.length === 0 ? "" : agreement(reconciliation.filter(({source}) => source === id)))
    }
  ]);
