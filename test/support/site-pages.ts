import {readdirSync} from "node:fs";
import {join} from "node:path";
import {readPart} from "../../pipelines/files/read-part.ts";

/** Every page there is, by the name of its file: a new one is walked without being listed. */
export const PAGES: readonly string[] = readdirSync("dashboards")
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replace(/\.md$/, ""));

interface Columns {
  columns: Record<string, unknown[]>;
}

/** The first value of a column in the row whose other column is largest. */
function largest({columns}: Columns, of: string, by: string): string {
  const sizes = columns[by].map(Number);
  return String(columns[of][sizes.indexOf(Math.max(...sizes))]);
}

/** Where a page is; pages of one partnership or school are asked for one of the release. */
export async function findAddress(page: string, release: string): Promise<string> {
  const read = async (file: string) => readPart<Columns>(join(release, file));
  if (page === "index") return "";
  if (page === "partnership")
    return `partnership?id=${encodeURIComponent(largest(await read("partnerships.json"), "id", "schools"))}`;
  if (page === "school") {
    const {columns} = await read("schools.json.gz");
    return `school?urn=${Math.max(...columns["urn"].map(Number))}`;
  }
  return page;
}
