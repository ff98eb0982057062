import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Errand} from "./errands.ts";

/** How to get by hand what did not come: the page, what to do there, and the folder the file goes into. */
export interface ByHand {
  page: string;
  click: string;
  put: string;
}

/**
 * How to get what an errand is for by hand, for a folder of raw files: all of
 * it, or what it is to bring of one source. Files may keep any name that says
 * when they are of.
 */
export function byHand(errand: Errand, to: string, only?: string): ByHand {
  if (errand.kind === "archive") {
    const {year} = errand;
    const tables = errand.tables.filter(({source}) => only === undefined || source.id === only);
    const page = tables[0]!.source.page;
    const kinds = tables.map(({source}) => source.title.toLowerCase()).join("; ");
    return {
      page,
      click: `choose ${formatAcademicYear(year)}, all of England, CSV, and at least two kinds of data: ${kinds}`,
      put: `${to}/${year - 1}-${year}/, unpacked or as the archive it is`
    };
  }
  if (errand.kind === "govuk") {
    const ids = errand.wanted.map(({source}) => source.id).join(", ");
    return {
      page: errand.wanted[0]!.source.page,
      click: `download the files named like ${errand.wanted.map(({file}) => file).join(" or ")} (${ids})`,
      put: `${to}/${errand.wanted[0]!.source.id}/`
    };
  }
  const {source} = errand;
  return {page: source.page, click: clickFor(errand), put: `${to}/${source.id}/`};
}

function clickFor(errand: Exclude<Errand, {kind: "archive" | "govuk"}>): string {
  if (errand.kind === "register") return `download ${errand.origin.name}, and keep its date in the file’s name`;
  if (errand.kind === "workbook") {
    return `download ${errand.origin.file.replace("YEAR", formatAcademicYear(errand.year).replace("/", "-"))}`;
  }
  const {release, file} = errand.origin;
  return `choose the ${release ? `release ${release}` : "latest release"}, then “Explore and download data”, and take the data file named like ${file}.csv`;
}
