import {link, lstat, readdir, readFile, rm, stat, utimes, writeFile} from "node:fs/promises";
import {hostname} from "node:os";
import {basename, dirname, join, resolve} from "node:path";
import {setTimeout} from "node:timers/promises";
import {UserError} from "../../src/library/errors.ts";
import {makeFolder} from "./make-folder.ts";
import {findStart} from "./process-start.ts";

export interface Patience {
  /** What is done alone, as “build of the site”. */
  what: string;
  /** Milliseconds to wait for another, and between looks. */
  wait: number;
  look: number;
  log: (line: string) => void;
}

const patient: Patience = {what: "build of the site", wait: 300_000, look: 500, log: console.log};

/** Who has a lock: its process, on which machine, when that process began, and since when. */
interface Holder {
  pid: number;
  host: string;
  started: string | null;
  since: string;
}

/** What stands in the locks that this process holds now: one of its own that is not among them was left. */
const held = new Set<string>();

/** A holder touches its lock this often; one of another machine that has not for `SILENT` is dead. Milliseconds. */
const TOUCH = 10_000;
const SILENT = 600_000;

/** Removing a dead lock takes no time: a claim to do so that is older was left. Milliseconds. */
const CLAIM = 10_000;

/**
 * Runs `work` while no other process does that has the lock `file`, and passes it on what `work` returns. The file says
 * who has it. One left by a process that is gone, or that says nothing, is taken over with a line. Waits for another
 * that lives, and throws a UserError that names it if that takes too long.
 */
export async function alone<T>(file: string, work: () => Promise<T>, patience: Partial<Patience> = {}): Promise<T> {
  await makeFolder(dirname(resolve(file)));
  const text = await textOfMine();
  held.add(text);
  try {
    await take(file, text, {...patient, ...patience});
    return await working(file, work);
  } finally {
    try {
      if ((await readText(file)) === text) await rm(file, {force: true});
    } finally {
      held.delete(text);
    }
  }
}

async function working<T>(file: string, work: () => Promise<T>): Promise<T> {
  const touch = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), TOUCH).unref();
  try {
    await removeDrafts(file);
    return await work();
  } finally {
    clearInterval(touch);
  }
}

async function textOfMine(): Promise<string> {
  const me: Holder = {
    pid: process.pid,
    host: hostname(),
    started: await findStart(process.pid),
    since: new Date().toISOString()
  };
  return `${JSON.stringify({...me, of: Math.random()})}\n`;
}

async function take(file: string, text: string, {what, wait, look, log}: Patience): Promise<void> {
  for (let waited = 0; !(await placed(file, text));) {
    const found = await readText(file);
    if (found === null) {
      await removeDangling(file);
      continue;
    }
    const holder = readHolder(found);
    const dead = await whyDead(file, found, holder);
    if (dead) {
      if (await cleared(file, found)) log(`${file} was left by ${dead}: taken over`);
      continue;
    }
    if (waited >= wait) {
      throw new UserError(`another ${what} is still running (${makeName(holder)})`, {
        fix: `wait until it is done, or stop it; if it is gone for certain, delete ${file}`
      });
    }
    if (waited === 0) log(`waiting for another ${what} to end (${makeName(holder)})`);
    await setTimeout(look);
    waited += look;
  }
}

/** Whether the file is ours now. It appears with its text in it, never without. */
async function placed(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    await writeFile(draft, text, {flag: "wx"});
    await link(draft, file);
    return true;
  } catch (error) {
    // A draft that is gone was swept by the process that has the lock.
    const {code = ""} = error as NodeJS.ErrnoException;
    if (!["EEXIST", "ENOENT"].includes(code)) throw error;
    // Or the folder is gone, or was a link to none: then there is nothing to wait for.
    if (code === "ENOENT") await stat(dirname(resolve(file)));
    return false;
  } finally {
    await rm(draft, {force: true});
  }
}

/** Removes drafts of processes that were killed while they made them. */
async function removeDrafts(file: string): Promise<void> {
  const start = `${basename(file)}.`;
  for (const name of await readdir(dirname(file))) {
    const [, pid] = name.startsWith(start) ? (/^(\d+)-\w+$/.exec(name.slice(start.length)) ?? []) : [];
    if (pid && (Number(pid) === process.pid || (await findStart(Number(pid))) === null)) {
      await rm(join(dirname(file), name), {force: true});
    }
  }
}

/**
 * Removes a dead lock, unless another process has taken it over since it was read. Only who has the file next to it may:
 * two that remove at one time would remove each other’s new lock.
 */
async function cleared(file: string, found: string): Promise<boolean> {
  const claim = `${file}.claim`;
  try {
    await writeFile(claim, "", {flag: "wx"});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const {mtimeMs} = await stat(claim).catch(() => ({mtimeMs: Date.now()}));
    // Of a time to come it was made by another clock, and would stay for ever.
    if (Math.abs(Date.now() - mtimeMs) > CLAIM) await rm(claim, {force: true, recursive: true});
    await setTimeout(5);
    return false;
  }
  try {
    if ((await readText(file)) !== found) return false;
    await rm(file, {force: true});
    return true;
  } finally {
    await rm(claim, {force: true});
  }
}

/** Null if nobody has it any more. Throws a UserError where what has its name is no file. */
async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    if (code !== "EISDIR" && code !== "ELOOP") throw error;
    throw new UserError(`${file} is no file: runs put one there to say that they are at work`, {
      fix: "move it away, then run again",
      cause: error
    });
  }
}

/** A link to nowhere in the place of the lock holds nobody’s, and would be in the way for ever. */
async function removeDangling(file: string): Promise<void> {
  const link = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (link?.isSymbolicLink() && (await readText(file)) === null) await rm(file, {force: true});
}

/** Null if the text does not say: what a killed process left half written, or an older version’s. */
function readHolder(text: string): Holder | null {
  try {
    const read = JSON.parse(text) as Partial<Holder> | number | null;
    if (read === null || typeof read !== "object") return null;
    const {pid, host, started, since} = read;
    if (typeof pid !== "number" || typeof host !== "string") return null;
    return {pid, host, started: started ?? null, since: String(since)};
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whose lock it was, if its holder is gone; null while it lives. */
async function whyDead(file: string, found: string, holder: Holder | null): Promise<string | null> {
  if (holder === null) return "nobody that it names";
  if (holder.host !== hostname()) {
    const touched = await stat(file).then(
      ({mtimeMs}) => mtimeMs,
      () => Date.now()
    );
    return Date.now() - touched > SILENT ? `${makeName(holder)}, silent for ${SILENT / 60_000} minutes` : null;
  }
  const started = await findStart(holder.pid);
  if (holder.pid === process.pid && started === holder.started && !held.has(found)) return "this process";
  if (started === null) return `${makeName(holder)}, which is gone`;
  return started === holder.started ? null : `${makeName(holder)}, whose number another process has now`;
}

const makeName = (holder: Holder | null): string =>
  holder === null ? "unknown" : `process ${holder.pid} on ${holder.host}, since ${holder.since}`;
