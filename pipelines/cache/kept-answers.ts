import {createHash, type Hash} from "node:crypto";
import {mkdir, readdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {codeHash} from "./made-from.ts";
import {resolveFromPipelines} from "../warehouse.ts";

/** An answer that is asked for. */
export interface Asked {
  /** A hash of all that it is made from; null where nothing is kept. */
  name: string | null;
  /** Resolves once there is an answer, in the folder or else made and put there, with what reads its text as UTF-8: many answers are too long to be held together. */
  answer: Promise<() => Promise<Buffer>>;
}

/** What workers answered in earlier runs, each answer under a hash of all that it was made from. */
export interface Kept {
  take(inputs: unknown, make: () => Promise<string>): Asked;
  /** Removes what this run did not ask for, and says how many there were of each. */
  close(): Promise<{reused: number; made: number}>;
}

const makers = ["../src", "estimates", "../package-lock.json"].map(resolveFromPipelines);

/**
 * Keeps answers in a folder; null keeps none. Each stands below a checksum of its own, and one that does not agree with
 * it is made again, with a line. Any change of the code of estimates, of its packages or of the inputs is
 * another hash.
 */
export async function openAnswers(
  folder: string | null,
  {log = console.log}: {log?: (line: string) => void} = {}
): Promise<Kept> {
  const code = folder === null ? "" : await codeHash(makers);
  const used = new Set<string>();
  let reused = 0;
  let made = 0;
  // One at a time, so that no two are in memory.
  let looked = Promise.resolve(false);
  const answer = async (name: string, make: () => Promise<string>): Promise<() => Promise<Buffer>> => {
    const path = join(folder!, `${name}.json`);
    looked = looked.catch(() => false).then(() => isWhole(path, log));
    if (await looked) reused++;
    else {
      made++;
      const text = await make();
      await mkdir(folder!, {recursive: true});
      await writeFile(`${path}.part`, `${computeSum(path, text)}\n${text}`);
      await rename(`${path}.part`, path);
    }
    return async () => (await readFile(path)).subarray(SUM + 1);
  };
  const answerOnce = async (make: () => Promise<string>): Promise<() => Promise<Buffer>> => {
    made++;
    const text = await make();
    return () => Promise.resolve(Buffer.from(text));
  };
  return {
    take(inputs, make) {
      if (folder === null) return {name: null, answer: answerOnce(make)};
      const hash = createHash("sha256").update(code);
      addTo(hash, inputs);
      const name = hash.digest("hex").slice(0, 32);
      used.add(`${name}.json`);
      return {name, answer: answer(name, make)};
    },
    async close() {
      if (folder !== null && made + reused > 0) {
        await mkdir(folder, {recursive: true});
        for (const name of await readdir(folder)) {
          if (isAnswer(name) && !used.has(name)) await rm(join(folder, name), {force: true});
        }
      }
      return {reused, made};
    }
  };
}

/** Of an answer under its name: one that another has got is another. */
const computeSum = (path: string, text: string | Buffer): string =>
  createHash("sha256")
    .update(`${basename(path)}\n`)
    .update(text)
    .digest("hex");

/** Characters of a checksum, after which a line ends. */
const SUM = 64;

/** Whether a kept file is there, and is the one that was put there. */
async function isWhole(path: string, log: (line: string) => void): Promise<boolean> {
  const kept = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (kept === null) return false;
  const [sum, text] = [kept.toString("utf8", 0, SUM + 1), kept.subarray(SUM + 1)];
  if (sum === `${computeSum(path, text)}\n`) return true;
  log(`${path} is not as it was kept: made again`);
  return false;
}

const isAnswer = (name: string): boolean => /^[0-9a-f]{32}\.json(\.part)?$/.test(name);

/** Whether all that a folder holds are folders of kept answers. */
export async function holdsAnswers(folder: string, names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    if (!["comparisons", "estimates"].includes(name)) return false;
    if (!(await readdir(join(folder, name))).every(isAnswer)) return false;
  }
  return true;
}

/** A hash of a value that many inputs share. */
export function computeHash(value: unknown): string {
  const hash = createHash("sha256");
  addTo(hash, value);
  return hash.digest("hex");
}

/** Adds a value to a hash: arrays of numbers by their bytes, sets and maps by their items, others as JSON has them. */
function addTo(hash: Hash, value: unknown): void {
  if (ArrayBuffer.isView(value)) {
    hash.update(`${value.constructor.name} ${value.byteLength} `);
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice());
  } else if (value instanceof Set || value instanceof Map || Array.isArray(value)) {
    const items: unknown[] = [...value];
    hash.update(`[${items.length} `);
    for (const item of items) addTo(hash, item);
  } else if (value !== null && typeof value === "object") {
    hash.update(`{${Object.keys(value).length} `);
    for (const [key, item] of Object.entries(value)) {
      hash.update(`${key.length} ${key}:`);
      addTo(hash, item);
    }
  } else hash.update(`${typeof value} ${String(value).length} ${String(value)};`);
}
