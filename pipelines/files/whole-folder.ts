import {existsSync} from "node:fs";
import {lstat, readdir, rename, rm, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {UserError} from "../../src/library/errors.ts";

/** The file that marks a folder as one that runs make, and may empty. */
export const MARKER = "MADE-BY-SCHOOL-PARTNERSHIPS.txt";

const marked = "Each run makes this folder anew. What else is put here is lost with the next one.\n";

/** Marks a folder as ours. */
export const mark = (folder: string): Promise<void> => writeFile(join(folder, MARKER), marked);

/** Throws a UserError if a folder holds files and was not made by a run. `ours` knows folders of before the marker. */
export async function refuseOthers(
  folder: string,
  ours: (names: readonly string[]) => boolean | Promise<boolean> = () => false
): Promise<void> {
  const names: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [] as string[];
    if (error.code !== "ENOTDIR") throw error;
    throw notOurs(folder, "is a file");
  });
  if (names.length === 0 || names.includes(MARKER) || (await ours(names))) return;
  throw notOurs(
    folder,
    `holds files that no run made (${names.slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""})`
  );
}

const notOurs = (folder: string, what: string): UserError =>
  new UserError(`${folder} ${what}, and a run would replace it`, {fix: "move it away, or choose another folder"});

/** Where an earlier state is put aside: hidden, so that it is no name that a person gives a copy of theirs. */
const nameOld = (folder: string): string => join(dirname(folder), `.${basename(folder)}.old-${process.pid}`);

/**
 * Puts a folder in the place of another; the old one goes only once the new one stands. Where that fails halfway the
 * old one is put back; where the process is killed halfway, `recover` does so later.
 */
export async function swap(fresh: string, folder: string): Promise<void> {
  const old = nameOld(folder);
  await rm(old, {recursive: true, force: true});
  const had = existsSync(folder);
  if (had) await rename(folder, old);
  try {
    await rename(fresh, folder);
  } catch (error) {
    if (had) await rename(old, folder);
    throw error;
  }
  await rm(old, {recursive: true, force: true});
}

/**
 * What runs that were killed left next to a folder: its last good state is put back in its place if the place is empty,
 * and what is left over is removed, each with a line. Only to be called while no other run is at work there.
 */
export async function recover(folder: string, log: (line: string) => void): Promise<void> {
  for (const left of await oldResolve(folder)) {
    if (existsSync(folder)) {
      await rm(left, {recursive: true, force: true});
      log(`${left} was left by a run that was stopped: removed`);
    } else {
      await rename(left, folder);
      log(`${folder} was missing since a run was stopped: put back from ${basename(left)}`);
    }
  }
}

/** Earlier states that were moved aside, the last one first. */
async function oldResolve(folder: string): Promise<string[]> {
  const start = `.${basename(folder)}.old-`;
  const names = (await listNames(dirname(folder))).filter(
    (name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length))
  );
  const paths = names.map((name) => join(dirname(folder), name));
  const dated = await Promise.all(paths.map(async (path) => ({path, at: (await lstat(path)).mtimeMs})));
  return dated.sort((a, b) => b.at - a.at).map(({path}) => path);
}

/** Removes folders of work of runs that were killed, each with a line. `work` knows them by name. */
export async function sweep(place: string, work: RegExp, log: (line: string) => void): Promise<void> {
  for (const name of (await listNames(place)).filter((found) => work.test(found))) {
    await rm(join(place, name), {recursive: true, force: true});
    log(`${join(place, name)} was left by a run that was stopped: removed`);
  }
}

async function listNames(place: string): Promise<string[]> {
  try {
    return await readdir(place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
