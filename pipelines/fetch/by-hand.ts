import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Task} from "./tasks.ts";

/** How to get by hand what did not come: the page, what to do there, and the folder the file goes into. */
export interface ByHand {
  page: string;
  click: string;
  put: string;
}

/**
 * How to get what a task is for by hand, for a folder of raw files: all of
 * it, or what it is to bring of one source. Files may keep any name that says
 * when they are of.
 */
export function byHand(task: Task, to: string, only?: string): ByHand {
  if (task.kind === "archive") {
    const {year} = task;
    const tables = task.tables.filter(({source}) => only === undefined || source.id === only);
    const page = tables[0]!.source.page;
    const kinds = tables.map(({source}) => source.title.toLowerCase()).join("; ");
    return {
      page,
      click: `choose ${formatAcademicYear(year)}, all of England, CSV, and at least two kinds of data: ${kinds}`,
      put: `${to}/${year - 1}-${year}/, unpacked or as the archive it is`
    };
  }
  if (task.kind === "govuk") {
    const ids = task.wanted.map(({source}) => source.id).join(", ");
    return {
      page: task.wanted[0]!.source.page,
      click: `download the files named like ${task.wanted.map(({file}) => file).join(" or ")} (${ids})`,
      put: `${to}/${task.wanted[0]!.source.id}/`
    };
  }
  const {source} = task;
  return {page: source.page, click: clickFor(task), put: `${to}/${source.id}/`};
}

function clickFor(task: Exclude<Task, {kind: "archive" | "govuk"}>): string {
  if (task.kind === "register") return `download ${task.origin.name}, and keep its date in the file’s name`;
  if (task.kind === "workbook") {
    return `download ${task.origin.file.replace("YEAR", formatAcademicYear(task.year).replace("/", "-"))}`;
  }
  const {release, file} = task.origin;
  return `choose the ${release ? `release ${release}` : "latest release"}, then “Explore and download data”, and take the data file named like ${file}.csv`;
}
