import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {cp, mkdir, readdir, rm} from "node:fs/promises";
import {basename, dirname, join, resolve} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {readRelease, RELEASE_FILES} from "../../dashboards/data/read-release.ts";
import {UserError} from "../../src/library/errors.ts";
import {alone} from "../files/alone.ts";
import {recover, swap, sweep} from "../files/whole-folder.ts";
import {finish} from "./finish.ts";
import {prepare} from "./prepare.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OBSERVABLE = join(ROOT, "node_modules/@observablehq/framework/dist/bin/observable.js");
const IN_USE = join(ROOT, "dashboards/.observablehq/in-use");

/**
 * Builds the pages from a release folder into `output` and returns the number of pages. The release
 * goes with them, under release/, for files that pages open one at a time and for those who want
 * the data. Asks no other host for anything. The site is made in a fresh folder and put in place whole, so that a
 * failed build leaves the last good one standing. Throws a UserError if the release is incomplete
 * or a page is broken.
 */
export async function buildSite({release, output = "dist"}: {release: string; output?: string}): Promise<number> {
  const folder = await checked(release);
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
    await sweep(place, new RegExp(`^\\.${name.replace(/[^\w-]/g, "\\$&")}-\\d+$`), console.log);
    await prepare(ROOT, folder);
    const fresh = join(place, `.${name}-${process.pid}`);
    await mkdir(fresh, {mode: 0o755});
    try {
      await observable({PAV_RELEASE: folder, PAV_OUTPUT: fresh});
      const pages = await finish(fresh);
      await cp(folder, join(fresh, "release"), {recursive: true});
      await swap(fresh, site);
      return pages;
    } finally {
      await rm(fresh, {recursive: true, force: true});
    }
  };
  // One at a time in this project, which has one cache; and one at a time into a folder, from wherever.
  return alone(IN_USE, () => alone(join(place, `.${name}.in-use`), atWork));
}

/** What every built site has. */
const SITE = ["index.html", "_observablehq", "release"];

/** The release's full path, once every file that a page reads has been found in it. */
async function checked(release: string): Promise<string> {
  const folder = resolve(release);
  for (const name of RELEASE_FILES) await readRelease(name, folder);
  return folder;
}

/** Ends with this process, however this process ends: one that went on alone would write into the next build’s cache. */
const TIED = fileURLToPath(new URL("./end-with-parent.js", import.meta.url));

/** Runs `observable build`. What it prints is shown only if it fails. */
async function observable(settings: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, ["--import", pathToFileURL(TIED).href, OBSERVABLE, "build"], {
    cwd: ROOT,
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1", ...settings},
    stdio: ["pipe", "pipe", "pipe"]
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const code = await new Promise<number | null>((done, fail) => {
      child.once("error", fail);
      child.once("close", done);
    });
    if (code !== 0 || said.join("").includes("Error:")) {
      throw new UserError(`Observable Framework could not build the site\n${said.join("").trim()}`, {
        fix: "mend what it names above; a package that pages import belongs in pipelines/site/prepare.ts"
      });
    }
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}
