import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile, rename, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {alone} from "../../pipelines/files/alone.ts";
import {runPipeline} from "../../pipelines/run.ts";
import {writeSample} from "../../pipelines/synthetic-england/write-sample.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const prefix = "pav-sample-";

/**
 * The release of the synthetic England, made once for all workers and kept until
 * src or pipelines change. The warehouse is next to the folder: ../schools.duckdb.
 */
export async function sampleRelease(): Promise<string> {
  const made = join(tmpdir(), prefix + (await contentsHash()));
  if (!existsSync(made)) {
    await alone(`${made}.lock`, () => make(made), {
      what: "sample that tests share",
      wait: 900_000,
      log: () => undefined
    });
  }
  return join(made, "out", "release");
}

async function make(made: string): Promise<void> {
  if (existsSync(made)) return;
  await removeOld();
  const partial = `${made}.${process.pid}`;
  try {
    await writeSample(join(partial, "published"));
    await runPipeline({from: join(partial, "published"), to: join(partial, "out")});
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
async function removeOld(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const path = join(tmpdir(), name);
    const age = await stat(path)
      .then(({mtimeMs}) => Date.now() - mtimeMs)
      .catch(() => 0);
    if (age > A_DAY) await rm(path, {recursive: true, force: true});
  }
}
