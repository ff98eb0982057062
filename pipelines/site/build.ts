import {spawn, type ChildProcess} from "node:child_process";
import {existsSync} from "node:fs";
import {cp, mkdir, readdir, rm, writeFile} from "node:fs/promises";
import {constants, setPriority} from "node:os";
import {basename, dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {readRelease, RELEASE_FILES} from "../../dashboards/data/read-release.ts";
import {UserError} from "../../src/library/errors.ts";
import type {ReleaseFacts} from "../../src/release/release.ts";
import {alone} from "../files/alone.ts";
import {recover, swap, sweep} from "../files/whole-folder.ts";
import {finish} from "./finish.ts";
import {writeLightFiles} from "./light-files.ts";
import {writeLightResults} from "./light-results.ts";
import {prepareCode, prepareFigures} from "./prepare.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BUILD = join(ROOT, "pipelines/site/build-pages.js");
const IN_USE = join(ROOT, "dashboards/.observablehq/in-use");

/** What the header and the footer of every page say of a release. */
export type Stated = Pick<ReleaseFacts, "synthetic" | "made" | "version" | "plan" | "replaced" | "estimated">;

export interface SiteOptions {
  release: string;
  output?: string;
  /** A release that is still being made: what it will say of itself, and what ends once it is there, or fails. */
  ahead?: {stated: Stated; made: Promise<void>} | null;
}

/**
 * Builds the pages from a release folder into `output` and returns the number of pages. The release
 * goes with them, under release/, for files that pages open one at a time and for those who want
 * the data. Asks no other host for anything. The site is made in a fresh folder and put in place whole, so that a
 * failed build leaves the last good one in place. What needs no figures is built while a release is still being made.
 * Throws a UserError if the release is incomplete, is not what it was said to become, or a page is broken; and what the
 * making of the release throws.
 */
export async function buildSite({release, output = "dist", ahead = null}: SiteOptions): Promise<number> {
  const stated = ahead?.stated ?? (await readStated(await checked(release)));
  const site = resolve(output);
  const held = existsSync(site) ? await readdir(site) : [];
  if (held.length > 0 && !SITE.every((name) => held.includes(name))) {
    throw new UserError(`${output}: holds something other than a site, which a build would replace`, {
      fix: "give an empty folder, or one with an earlier build"
    });
  }
  const place = dirname(site);
  const name = basename(site);
  const atWork = async () => {
    await recover(site, console.log);
    await sweep(place, new RegExp(`^\\.${name.replace(/[^\w-]/g, "\\$&")}-\\d+(-stated)?$`), console.log);
    const fresh = join(place, `.${name}-${process.pid}`);
    const said = `${fresh}-stated`;
    await mkdir(fresh, {mode: 0o755, recursive: true});
    await mkdir(said, {recursive: true});
    try {
      await writeFile(join(said, "release.json"), JSON.stringify(stated));
      await prepareCode(ROOT);
      const provide = async () => {
        await ahead?.made;
        await prepareFigures(ROOT, await checked(release, stated));
      };
      await buildPages({PAV_RELEASE: said, PAV_OUTPUT: fresh}, {provide, inIdle: ahead !== null});
      const pages = await finish(fresh);
      await cp(resolve(release), join(fresh, "release"), {recursive: true});
      await writeLightFiles(join(fresh, "release"));
      await writeLightResults(join(fresh, "release"));
      await swap(fresh, site);
      return pages;
    } finally {
      await rm(fresh, {recursive: true, force: true});
      await rm(said, {recursive: true, force: true});
    }
  };
  // One at a time in this project, which has one cache; and one at a time into a folder, from wherever.
  return alone(IN_USE, () => alone(join(place, `.${name}.in-use`), atWork));
}

/** What every built site has. */
const SITE = ["index.html", "_observablehq", "release"];

/** The release’s full path, once every file that a page reads has been found in it, and it says of itself what it should. */
async function checked(release: string, stated: Stated | null = null): Promise<string> {
  const folder = resolve(release);
  for (const name of RELEASE_FILES) await readRelease(name, folder);
  if (stated && JSON.stringify(await readStated(folder)) !== JSON.stringify(stated)) {
    throw new UserError(`${release}: was made on another day, or in another way, than its pages say`, {
      fix: "build the site again"
    });
  }
  return folder;
}

async function readStated(folder: string): Promise<Stated> {
  const facts = JSON.parse(await readRelease("release", folder)) as ReleaseFacts;
  const {synthetic, made, version, plan, replaced, estimated} = facts;
  return {synthetic, made, version, plan, replaced, estimated};
}

/**
 * Runs Framework’s build, which waits with the figures until `provide` has put them in its cache: in what time processors
 * have left over, while the figures are still being made. What it prints is shown only if it fails.
 */
async function buildPages(
  settings: Record<string, string>,
  {provide, inIdle}: {provide: () => Promise<void>; inIdle: boolean}
): Promise<void> {
  const child = spawn(process.execPath, [BUILD], {
    cwd: ROOT,
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1", ...settings},
    // It ends with this process, however this process ends: one that went on alone would write into the next build’s cache.
    stdio: ["pipe", "pipe", "pipe", "ipc"]
  });
  if (inIdle && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const ended = listen(child);
  try {
    await Promise.race([ended, provide()]);
    if (child.connected) child.send("the figures are there");
    await ended;
  } catch (error) {
    child.kill();
    await ended.catch(() => undefined);
    throw error;
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

/** Resolves once a build has ended well; throws a UserError with all that it printed where it has not. */
async function listen(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  if (code === 0 && !said.join("").includes("Error:")) return;
  throw new UserError(`Observable Framework could not build the site\n${said.join("").trim()}`, {
    fix: "mend what it names above; a package that pages import belongs in pipelines/site/prepare.ts"
  });
}
