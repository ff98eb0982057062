import {formatAcademicYear, type AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Origin} from "../../src/published-files/origin.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {FileDownload} from "./downloads.ts";
import type {Publishers} from "./publishers.ts";

/** One year's workbook of financial benchmarking. */
export function workbookDownload(
  source: Source,
  {file}: Extract<Origin, {service: "finance_workbooks"}>,
  year: AcademicYear,
  {finance_workbooks}: Publishers
): FileDownload {
  const name = file.replace("YEAR", formatAcademicYear(year).replace("/", "-"));
  return {
    kind: "file",
    what: `${source.id} ${formatAcademicYear(year)}`,
    sources: [source],
    slot: `${source.id} ${file} ${year}`,
    places: [{url: `${finance_workbooks}/${encodeURIComponent(name)}`, path: `${source.id}/${name}`}],
    places_are: "hosts",
    unchanging: false,
    provenance: {}
  };
}
