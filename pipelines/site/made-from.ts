import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {codeHash} from "../cache/made-from.ts";
import {resolveFromPipelines} from "../warehouse.ts";

/** A hash of a release, the pages and what builds them: while it stays, so does the site. Framework’s cache has no part in it. */
export async function siteHash(release: string): Promise<string> {
  const dashboards = resolveFromPipelines("../dashboards");
  const pages = (await readdir(dashboards)).filter((name) => name !== ".observablehq").sort();
  return codeHash([
    release,
    ...pages.map((name) => join(dashboards, name)),
    ...["../observablehq.config.ts", "../package-lock.json", "site"].map(resolveFromPipelines)
  ]);
}
