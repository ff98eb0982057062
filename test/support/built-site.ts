import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {alone} from "../../pipelines/files/alone.ts";
import {buildSite} from "../../pipelines/site/build.ts";
import {sampleRelease} from "./sample-release.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const prefix = "pav-site-";

export interface BuiltSite {
  site: string;
  release: string;
}

/** The release that tests of the site show: that of the synthetic England, or the one named. */
export async function releaseShown(): Promise<string> {
  const {PAV_TEST_SITE: built, PAV_TEST_RELEASE: named} = process.env;
  return built ? join(built, "release") : (named ?? (await sampleRelease()));
}

/**
 * The site of the synthetic England, built once for all files of tests and kept until the pages, or the
 * release, change. PAV_TEST_RELEASE names another release, PAV_TEST_SITE a site that is built already.
 */
export async function builtSite(): Promise<BuiltSite> {
  const built = process.env.PAV_TEST_SITE;
  if (built) return {site: built, release: join(built, "release")};
  const release = await releaseShown();
  const site = join(tmpdir(), prefix + (await contentsHash(release)));
  await alone(`${site}.lock`, async () => {
    if (existsSync(site)) return;
    await removeOld();
    await buildSite({release, output: site});
  });
  return {site, release};
}

async function contentsHash(release: string): Promise<string> {
  const hash = createHash("sha256")
    .update(release)
    .update(await readFile(join(release, "release.json")));
  // Not Framework’s cache, in which another process may be at work on the site.
  const pages = (await readdir(join(project, "dashboards"))).filter((name) => name !== ".observablehq");
  for (const folder of ["src", ...pages.map((name) => join("dashboards", name)), "pipelines/site"]) {
    const files = await listFiles(join(project, folder));
    for (const file of files.sort()) hash.update(file.slice(project.length)).update(await readFile(file));
  }
  hash.update(await readFile(join(project, "observablehq.config.ts")));
  return hash.digest("hex").slice(0, 16);
}

async function listFiles(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, {recursive: true, withFileTypes: true});
  return entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
}

const AN_HOUR = 3_600_000;

/** Sites of pages that have changed since pile up: those of more than an hour ago go. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const path = join(tmpdir(), name);
    const age = await stat(path)
      .then(({mtimeMs}) => Date.now() - mtimeMs)
      .catch(() => 0);
    if (age > AN_HOUR) await rm(path, {recursive: true, force: true});
  }
}
