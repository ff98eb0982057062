import {sayPattern} from "../../src/published-files/file-pattern.ts";
import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Task} from "./tasks.ts";

/** How to get by hand what did not come: the page, what to do there, and the folder the file goes into. */
export interface ByHand {
  page: string;
  /** In the words of the page, and without the year. */
  click: string;
  /** The academic year to choose, as 2018/19; null where there is none to choose. */
  year: string | null;
  put: string;
}

/**
 * How to get what a task is for by hand, for a folder of raw files: all of it,
 * or what it is to bring of one source. Files may keep any name that says when
 * they are of.
 */
export function byHand(task: Task, to: string, only?: string): ByHand {
  if (task.kind === "archive") {
    const tables = task.tables.filter(({source}) => only === undefined || source.id === only);
    const kinds = [...new Set(tables.map(({source}) => source.title.toLowerCase()))].join("; ");
    return {
      page: tables[0].source.page,
      click: `choose the year, “All of England”, at least two kinds of data (${kinds}) and “CSV”, then “Download data”`,
      year: formatAcademicYear(task.year),
      put: `${to}/${task.year - 1}-${task.year}/, unpacked or as the archive it is`
    };
  }
  if (task.kind === "govuk") {
    const {source} = task.wanted[0];
    const names = [...new Set(task.wanted.map(({file}) => sayPattern(file)))].join(" or ");
    return {page: source.page, click: `download the files named like ${names}`, year: null, put: `${to}/${source.id}/`};
  }
  const {source} = task;
  const put = `${to}/${source.id}/`;
  if (task.kind === "register") {
    const click = `tick “${task.origin.button}”, then “Download selected files”, and keep the date in the file’s name`;
    return {page: source.page, click, year: null, put};
  }
  if (task.kind === "workbook") {
    return {
      page: source.page,
      click: `download ${sayPattern(task.origin.file.replace("YEAR", "*"))}`,
      year: formatAcademicYear(task.year),
      put
    };
  }
  if (task.kind === "rows") {
    const rows = Object.entries(task.origin.filters).map(([column, labels]) => `${column}: ${labels.join(", ")}`);
    const click = `open “Explore and download data”, make a table of all schools with these choices (${rows.join("; ")}), and download it as CSV`;
    return {page: source.page, click, year: null, put};
  }
  const {release, file, title = `${file}.csv`} = task.origin;
  const which = release ? `the release ${release}` : "the newest release that has it (“View all releases” lists them)";
  const click = `open ${which}, then “Explore and download data”, and take the data file named like ${sayPattern(title)}`;
  return {page: source.page, click, year: null, put};
}
