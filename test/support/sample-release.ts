import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {open, readdir, readFile, rename, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {runPipeline} from "../../pipelines/run.ts";
import {writeSample} from "../../pipelines/synthetic-england/write-sample.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const prefix = "pav-sample-";

/**
 * The release of the made-up England, made once for all workers and kept until
 * src or pipelines change. The warehouse is beside the folder: ../schools.duckdb.
 */
export async function sampleRelease(): Promise<string> {
  const made = join(tmpdir(), prefix + (await contentsHash()));
  while (!existsSync(made)) {
    if (await takeLock(`${made}.lock`)) await make(made).finally(() => rm(`${made}.lock`, {force: true}));
    else await setTimeout(200);
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

/** Whether the lock is ours now. A lock whose process is gone is taken away. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const holder = Number(await readFile(lock, "utf8").catch(() => "0"));
  if (holder && !isRunning(holder)) await rm(lock, {force: true});
  return false;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
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
