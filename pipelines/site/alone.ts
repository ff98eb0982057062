import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {UserError} from "../../src/errors.ts";

/**
 * Runs `work` while no other build or preview of this project does: they share Framework's cache,
 * and each empties it. `file` holds the number of the process that has it; one left behind by a
 * process that is gone is taken over. Throws a UserError if another is at work.
 */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), {recursive: true});
  const take = () => writeFile(file, String(process.pid), {flag: "wx"});
  await take().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    const holder = Number(await readFile(file, "utf8"));
    if (isRunning(holder)) {
      throw new UserError(`another build or preview of the site is running (process ${holder})`, {
        fix: "wait until it is done, or stop it"
      });
    }
    await rm(file, {force: true});
    await take();
  });
  try {
    return await work();
  } finally {
    await rm(file, {force: true});
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
