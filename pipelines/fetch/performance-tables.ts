import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Publishers} from "./publishers.ts";

/**
 * The address of an archive of tables of one year, for all England. The service
 * sends a bare CSV for one table and an archive for more: one alone is asked
 * for together with another, which is not kept. The census is there in every
 * year; the school information is so from 2018/19 only.
 */
export function performanceTablesAddress(
  year: AcademicYear,
  tokens: readonly string[],
  {performance_tables}: Publishers
): string {
  const wanted = [...new Set(tokens)];
  const filler = wanted[0] === "Census" ? "ks4" : "Census";
  const query = new URLSearchParams({
    download: "true",
    regions: "0",
    filters: (wanted.length > 1 ? wanted : [...wanted, filler]).join(","),
    fileformat: "csv",
    year: `${year - 1}-${year}`,
    meta: "false"
  });
  return `${performance_tables}/download-data?${query.toString().replaceAll("%2C", ",")}`;
}

/** The address of the publisher's own list of the columns of one table. */
export function performanceTablesMetadataAddress(
  year: AcademicYear,
  token: string,
  {performance_tables}: Publishers
): string {
  const query = new URLSearchParams({
    download: "true",
    regions: token.toUpperCase(),
    filters: "meta",
    fileformat: "csv",
    year: `${year - 1}-${year}`,
    meta: "true"
  });
  return `${performance_tables}/download-data?${query.toString()}`;
}
