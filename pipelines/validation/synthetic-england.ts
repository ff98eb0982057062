import {spawn} from "node:child_process";
import {mkdtemp, readdir, readFile, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {resolveFromPipelines} from "../warehouse.ts";

/** How long a synthetic England of so many schools takes to write, in a process of its own, and the most memory it holds. */
export async function timeSample(schools: number): Promise<{seconds: number; megabytes: number; written: number}> {
  const folder = await mkdtemp(join(tmpdir(), "pav-bench-"));
  try {
    const started = performance.now();
    const child = spawn(process.execPath, [
      resolveFromPipelines("pav.js"),
      "sample",
      "--schools",
      String(schools),
      "--to",
      join(folder, "sample")
    ]);
    const ended = new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
    let megabytes = 0;
    const watch = setInterval(() => {
      void readMemory(child.pid!).then((now) => (megabytes = Math.max(megabytes, now)));
    }, 250);
    const code = await ended.finally(() => clearInterval(watch));
    if (code !== 0) throw new Error(`sample --schools ${schools} ended with ${code}`);
    const seconds = (performance.now() - started) / 1000;
    return {seconds, megabytes, written: await measureSize(folder)};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** The memory a process and those it started hold now, in MB, as Linux states it; 0 elsewhere. */
export async function readMemory(pid: number): Promise<number> {
  const status = await readIfThere(`/proc/${pid}/status`);
  const children = await readIfThere(`/proc/${pid}/task/${pid}/children`);
  const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
  const others = await Promise.all(
    children
      .split(" ")
      .filter(Boolean)
      .map((child) => readMemory(Number(child)))
  );
  return others.reduce((sum, more) => sum + more, own);
}

const TICKS_A_SECOND = 100;

/** How long processors have worked for a process and for those it started and that have ended, in seconds, as Linux states it; 0 elsewhere. */
export async function readProcessorSeconds(pid: number): Promise<number> {
  const stat = await readIfThere(`/proc/${pid}/stat`);
  // After the name, which may hold anything between its brackets: state is field 3, utime, stime, cutime and cstime 14 to 17.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_A_SECOND;
}

/** A process may end while it is asked about. */
const readIfThere = (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");

async function measureSize(folder: string): Promise<number> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map((e) => stat(join(e.parentPath, e.name)).then(({size}) => size)));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}
