import {existsSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {fetchSources, type Outcome, type Progress, type FetchOptions} from "../../../pipelines/fetch/fetch.ts";
import {openLock, type LockedFile} from "../../../pipelines/fetch/lock.ts";
import type {Context} from "../../../pipelines/fetch/context.ts";
import type {Source} from "../../../src/published-files/source.ts";
import {emptyFolder} from "../published-files.ts";

/** Where a test fetches to, and with what. */
export interface Ground {
  options: FetchOptions;
  /** Fetches, with other options if there are any. */
  fetch(changes?: Partial<FetchOptions>): Promise<Outcome>;
  /** The files in the folder, hidden ones included, by their path. */
  files(): Promise<Record<string, string>>;
  locked(): Promise<readonly LockedFile[]>;
}

const silent: Progress = {begin: () => undefined, bytes: () => undefined, done: () => undefined, end: () => undefined};

/** An empty folder to fetch sources into. */
export async function groundFor(sources: readonly Source[], context: Context): Promise<Ground> {
  const data = await emptyFolder();
  const options: FetchOptions = {
    sources,
    only: [],
    years: null,
    phase: null,
    extras: true,
    to: join(data, "raw"),
    lock: join(data, "sources.lock.json"),
    frozen: false,
    again: false,
    any_size: false,
    metadata: false
  };
  return {
    options,
    fetch: (changes = {}) => fetchSources({...options, ...changes}, context, silent),
    files: async () => {
      if (!existsSync(options.to)) return {};
      const entries = await readdir(options.to, {recursive: true, withFileTypes: true});
      const paths = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
      const read = paths.map(
        async (path) => [path.slice(options.to.length + 1), await readFile(path, "latin1")] as const
      );
      return Object.fromEntries(await Promise.all(read));
    },
    locked: async () => (await openLock(options.lock)).files
  };
}

/** What came, by path; and why the rest did not. */
export const reported = ({delivered, missed}: Outcome) => ({
  came: delivered
    .filter((d) => d.outcome === "came")
    .map(({path}) => path)
    .sort(),
  kept: delivered
    .filter((d) => d.outcome === "kept")
    .map(({path}) => path)
    .sort(),
  missed: missed.map(({why}) => why)
});
