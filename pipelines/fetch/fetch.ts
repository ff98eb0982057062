import {mkdir, readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import pLimit from "p-limit";
import {UserError} from "../../src/library/errors.ts";
import {listOrigins, type Phase} from "../../src/published-files/origin.ts";
import type {Source} from "../../src/published-files/source.ts";
import {byHand, type ByHand} from "./by-hand.ts";
import type {Context} from "./context.ts";
import {downloadArchive, missed} from "./download-archive.ts";
import {downloadFile} from "./download-file.ts";
import {downloadLocked} from "./download-locked.ts";
import {downloadMetadata} from "./download-metadata.ts";
import {workbookDownload} from "./finance-workbooks.ts";
import {govukDownloads} from "./govuk-content.ts";
import {openLock, type LockedFile} from "./lock.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Delivered, Missed, Result, Run} from "./run.ts";
import {registerDownload} from "./register.ts";
import {downloadRows} from "./statistics/download-rows.ts";
import {takeFirst, statisticsDownloads} from "./statistics/statistics-download.ts";
import {PAGE} from "./sniff.ts";
import {listTasks, type Task, type Years} from "./tasks.ts";
import {newestYear} from "./years.ts";

/** What to fetch, and how. */
export interface FetchOptions {
  /** All that can be known, for telling one file from another. */
  sources: readonly Source[];
  /** Those to fetch: all with an origin, if none is named. */
  only: readonly string[];
  /** The years of what comes by the year: all, if null. */
  years: Years | null;
  /** The phase wanted: all, if null. */
  phase: Phase | null;
  /** Whether what the pages do without is wanted, too. */
  extras: boolean;
  to: string;
  lock: string;
  frozen: boolean;
  again: boolean;
  any_size: boolean;
  metadata: boolean;
}

/** What a fetch did, what is not published yet, and what is left to get by hand. */
export interface Outcome {
  delivered: Delivered[];
  not_yet: Missed[];
  missed: (Missed & {by_hand: ByHand | null})[];
}

/** Hears of each task as it begins, goes on and ends. */
export interface Progress {
  begin(tasks: number): void;
  bytes(what: string, bytes: number): void;
  done(what: string, result: Result): void;
  end(): void;
}

/**
 * What would be fetched, asking nobody. Throws a UserError for a source that is
 * not known or has no origin, and for years of which nothing can be out.
 */
export function planTasks({sources, only, years, phase, extras}: FetchOptions, {publishers, now}: Context): Task[] {
  const newest = newestYear(now());
  if (years !== null && years.first > newest) {
    throw new UserError(`nothing is published yet of the year that ends in ${years.first}`, {
      fix: `ask for years up to ${newest}: today is ${new Date(now()).toISOString().slice(0, 10)}`
    });
  }
  return listTasks(chosen(sources, only), {years, newest, phase, extras: extras || only.length > 0}, publishers);
}

/**
 * Fetches what is missing or has changed. What cannot be had is listed with
 * its reason, and does not stop the rest; a bug does. Throws a
 * NoConnectionError where no publisher can be reached.
 */
export async function fetchSources(options: FetchOptions, given: Context, progress: Progress): Promise<Outcome> {
  // What is learnt of a host holds for this run alone: it is kept by this object.
  const context = {...given};
  const {to, frozen, sources, only, years, again, any_size} = options;
  const tasks = planTasks(options, context);
  const unfinished = join(to, ".fetch");
  await clear(unfinished);
  const lock = await openLock(options.lock);
  const run: Run = {
    to,
    unfinished,
    sources,
    lock,
    again,
    any_size,
    context,
    listings: new Map(),
    progress: (what, bytes) => progress.bytes(what, bytes)
  };
  if (frozen) return downloadFrozen(lockedFor(lock.files, only, years), run, {tasks, progress});
  progress.begin(tasks.length);
  const limit = pLimit(4);
  const results = await Promise.all(
    tasks.map((task) =>
      limit(async () => {
        const result = await perform(task, options, run).catch((error: unknown) => missedBy(task, error));
        progress.done(task.what, result);
        return {task, result};
      })
    )
  );
  await tidy(unfinished);
  return {
    delivered: results.flatMap(({result}) => result.delivered),
    not_yet: results.flatMap(({result}) => result.missed.filter(({not_yet}) => not_yet)),
    missed: results.flatMap(({task, result}) =>
      result.missed.filter(({not_yet}) => !not_yet).map((m) => ({...m, by_hand: byHand(task, to, m.source)}))
    )
  };
}

/** What a task did not bring: of a year that was never seen at the publisher, its absence is no fault. */
function missedBy(task: Task, error: unknown): Result {
  const result = missed({what: task.what, ...("source" in task ? {source: task.source.id} : {})}, error);
  const expected = !("expected" in task) || task.expected;
  return expected || !isAbsent(error) ? result : {...result, missed: result.missed.map((m) => ({...m, not_yet: true}))};
}

const isAbsent = (error: unknown): boolean =>
  error instanceof PublisherError && (error.status === 404 || error.codes.includes(PAGE));

function chosen(sources: readonly Source[], only: readonly string[]): Source[] {
  const able = sources.filter((source) => listOrigins(source).length > 0);
  const ids = able.map(({id}) => id).join(", ");
  for (const id of only) {
    const source = sources.find((s) => s.id === id);
    if (!source) throw new UserError(`no source called “${id}”`, {fix: `choose from ${ids}`});
    if (!able.includes(source)) {
      throw new UserError(`${id} cannot be fetched: its files come by hand`, {
        fix: `download them from ${source.page}`
      });
    }
  }
  return only.length ? able.filter(({id}) => only.includes(id)) : able;
}

async function perform(task: Task, {metadata}: FetchOptions, run: Run): Promise<Result> {
  const {context} = run;
  if (task.kind === "archive") {
    const tables = await downloadArchive(task, run);
    const lists = metadata
      ? await Promise.all(
          task.tables.map((t) => attempt(() => downloadMetadata(t, task, run), `metadata ${t.source.id} ${task.year}`))
        )
      : [];
    return merge([tables, ...lists]);
  }
  if (task.kind === "govuk") {
    const downloads = await govukDownloads(task.path, task.wanted, context);
    return merge(await Promise.all(downloads.map((wanted) => attempt(() => downloadFile(wanted, run), wanted.what))));
  }
  if (task.kind === "statistics") {
    const ways = statisticsDownloads(task.source, task.origin, run);
    return one(takeFirst(ways.map((way) => async () => downloadFile(await way(), run))));
  }
  const {source} = task;
  if (task.kind === "rows") return one(downloadRows(source, task.origin, run));
  const wanted =
    task.kind === "register"
      ? registerDownload(source, task.origin, run.lock.files, context)
      : workbookDownload(source, task.origin, task.year, context.publishers);
  return one(downloadFile(wanted, run));
}

const one = async (delivered: Promise<Delivered>): Promise<Result> => ({delivered: [await delivered], missed: []});

const attempt = (downloadOne: () => Promise<Delivered>, what: string): Promise<Result> =>
  one(downloadOne()).catch((error: unknown) => missed({what}, error));

const merge = (results: readonly Result[]): Result => ({
  delivered: results.flatMap((r) => r.delivered),
  missed: results.flatMap((r) => r.missed)
});

/** The files of a lock that belong to what was chosen. */
const lockedFor = (files: readonly LockedFile[], only: readonly string[], years: Years | null): LockedFile[] =>
  files.filter(
    ({source, year}) =>
      (only.length === 0 || only.includes(source)) &&
      (years === null || year === null || (year >= years.first && year <= years.last))
  );

async function downloadFrozen(
  files: readonly LockedFile[],
  run: Run,
  {tasks, progress}: {tasks: readonly Task[]; progress: Progress}
): Promise<Outcome> {
  const listed = new Set(files.map(({source}) => source));
  const wanted = new Set(tasks.flatMap((e) => listIds(e)));
  const unlisted = [...wanted].filter((id) => !listed.has(id));
  progress.begin(files.length);
  const results = await downloadLocked(files, run);
  for (const result of results) progress.done("the lock", result);
  await tidy(run.unfinished);
  const all = merge(results);
  return {
    delivered: all.delivered,
    not_yet: [],
    missed: [
      ...all.missed,
      ...unlisted.map((id) => ({
        what: id,
        why: "the lock lists no file of it",
        fix: "run without --frozen once, and look at what came"
      }))
    ].map((m) => ({...m, by_hand: null}))
  };
}

function listIds(task: Task): string[] {
  if (task.kind === "archive") return task.tables.map(({source}) => source.id);
  if (task.kind === "govuk") return task.wanted.map(({source}) => source.id);
  return [task.source.id];
}

/** Makes the folder of unfinished downloads, and empties it of what a run that was killed had nearly done. */
async function clear(unfinished: string): Promise<void> {
  await mkdir(unfinished, {recursive: true});
  const left = (await readdir(unfinished)).filter((name) => name.startsWith("staged-") || name.endsWith(".whole"));
  for (const name of left) await rm(join(unfinished, name), {recursive: true, force: true});
}

/** Removes the folder of unfinished downloads when none is left in it to go on with. */
async function tidy(unfinished: string): Promise<void> {
  if ((await readdir(unfinished)).length === 0) await rm(unfinished, {recursive: true, force: true});
}
