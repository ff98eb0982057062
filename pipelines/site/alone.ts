import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {setTimeout} from "node:timers/promises";
import {UserError} from "../../src/errors.ts";

export interface Patience {
  /** Milliseconds to wait for another build, and between looks. */
  wait: number;
  look: number;
  log: (line: string) => void;
}

const patient: Patience = {wait: 300_000, look: 500, log: console.log};

/**
 * Runs `work` while no other build of this project does: they share Framework's cache, and each
 * empties it. `file` holds the number of the process that has it; one left behind by a process
 * that is gone is taken over. Waits for another, and throws a UserError if that takes too long.
 */
export async function alone<T>(file: string, work: () => Promise<T>, patience: Patience = patient): Promise<T> {
  await mkdir(dirname(file), {recursive: true});
  await take(file, patience);
  try {
    return await work();
  } finally {
    await rm(file, {force: true});
  }
}

async function take(file: string, {wait, look, log}: Patience): Promise<void> {
  let waited = 0;
  while (!(await taken(file))) {
    const holder = await holderOf(file);
    if (holder === null) continue;
    if (!isRunning(holder)) {
      await rm(file, {force: true});
      continue;
    }
    if (waited >= wait) {
      throw new UserError(`another build of the site is still running (process ${holder})`, {
        fix: "wait until it is done, or stop it"
      });
    }
    if (waited === 0) log(`waiting for another build of the site to end (process ${holder})`);
    await setTimeout(look);
    waited += look;
  }
}

/** Whether the file is ours now. */
async function taken(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), {flag: "wx"});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

/** Null if nobody has it any more, or its number is not written yet. */
async function holderOf(file: string): Promise<number | null> {
  try {
    return Number(await readFile(file, "utf8")) || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
