import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {alone} from "../../pipelines/files/alone.ts";
import {runPipeline} from "../../pipelines/run.ts";
import {writeSample} from "../../pipelines/synthetic-england/write-sample.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const prefix = "pav-sample-";

/** Published files that are real, where somebody has put them. */
export const PUBLISHED = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const realPrefixes = {described: "pav-real-described-", estimated: "pav-real-estimated-"};

/**
 * The release of the synthetic England, made once for all workers and kept until
 * src or pipelines change. The warehouse is next to the folder: ../schools.duckdb.
 */
export const sampleRelease = (): Promise<string> =>
  keptRelease(prefix, async (to) => {
    await writeSample(join(to, "published"));
    await runPipeline({from: join(to, "published"), to: join(to, "out")});
  });

/**
 * The release of the real files in PUBLISHED, kept in the same way, with what the run said in ../log.txt. Described alone it
 * takes a minute, with estimates several.
 */
export const realRelease = (of: keyof typeof realPrefixes): Promise<string> =>
  keptRelease(realPrefixes[of], async (to) => {
    const said: string[] = [];
    const estimated = of === "estimated" ? "made" : "left out";
    await runPipeline({from: PUBLISHED, to: join(to, "out"), estimated, log: (line) => said.push(line)});
    await writeFile(join(to, "out", "log.txt"), said.join("\n"));
  });

async function keptRelease(name: string, make: (to: string) => Promise<void>): Promise<string> {
  const made = join(tmpdir(), name + (await contentsHash()));
  if (!existsSync(made)) {
    await alone(`${made}.lock`, () => makeOnce(made, {name, make}), {
      what: "release that tests share",
      wait: 900_000,
      log: () => undefined
    });
  }
  return join(made, "out", "release");
}

async function makeOnce(
  made: string,
  {name, make}: {name: string; make: (to: string) => Promise<void>}
): Promise<void> {
  if (existsSync(made)) return;
  await removeOld(name);
  const partial = `${made}.${process.pid}`;
  try {
    await make(partial);
    if (!existsSync(made)) await rename(partial, made);
  } finally {
    await rm(partial, {recursive: true, force: true});
  }
}

async function contentsHash(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["src", "pipelines"]) {
    const entries = await readdir(join(project, folder), {recursive: true, withFileTypes: true});
    const files = entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
    for (const file of files.sort()) hash.update(file.slice(project.length)).update(await readFile(file));
  }
  return hash.digest("hex").slice(0, 16);
}

const A_DAY = 86_400_000;

/** Releases of code that has changed since pile up: those of more than a day ago go. */
async function removeOld(prefix: string): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const path = join(tmpdir(), name);
    const age = await stat(path)
      .then(({mtimeMs}) => Date.now() - mtimeMs)
      .catch(() => 0);
    if (age > A_DAY) await rm(path, {recursive: true, force: true});
  }
}
