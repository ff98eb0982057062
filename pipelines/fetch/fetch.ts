import {mkdir, readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import pLimit from "p-limit";
import {UserError} from "../../src/library/errors.ts";
import {originsOf} from "../../src/published-files/origin.ts";
import type {Source} from "../../src/published-files/source.ts";
import {bringArchive, missed} from "./bring-archive.ts";
import {bringFile} from "./bring-file.ts";
import {bringLocked} from "./bring-locked.ts";
import {bringMetadata} from "./bring-metadata.ts";
import {byHand, type ByHand} from "./by-hand.ts";
import {errandsFor, type Errand, type Years} from "./errands.ts";
import {workbookParcel} from "./finance-workbooks.ts";
import {govukParcels} from "./govuk-content.ts";
import {openLock, type LockedFile} from "./lock.ts";
import type {FileParcel} from "./parcel.ts";
import type {Delivered, Missed, Result, Run} from "./run.ts";
import {registerParcel} from "./register.ts";
import {statisticsParcel} from "./statistics/parcel.ts";
import type {Surroundings} from "./surroundings.ts";

/** What to fetch, and how. */
export interface Wishes {
  /** All that can be known, for telling one file from another. */
  sources: readonly Source[];
  /** Those to fetch: all with an origin, if none is named. */
  only: readonly string[];
  years: Years | null;
  to: string;
  lock: string;
  frozen: boolean;
  again: boolean;
  any_size: boolean;
  metadata: boolean;
}

/** What a fetch did, and what is left to get by hand. */
export interface Outcome {
  delivered: Delivered[];
  missed: (Missed & {by_hand: ByHand | null})[];
}

/** Told of each errand as it begins, goes on and ends. */
export interface Progress {
  begin(errands: number): void;
  bytes(what: string, bytes: number): void;
  done(what: string, result: Result): void;
  end(): void;
}

/** What would be fetched, asking nobody. Throws a UserError for a source that is not known or has no origin. */
export function plannedErrands({sources, only, years}: Wishes, {publishers}: Surroundings): Errand[] {
  return errandsFor(chosen(sources, only), years, publishers);
}

/**
 * Fetches what is missing or has changed. What cannot be had is listed with
 * its reason, and does not stop the rest; a bug does.
 */
export async function fetchSources(wishes: Wishes, surroundings: Surroundings, progress: Progress): Promise<Outcome> {
  const {to, frozen, sources, only, years, again, any_size} = wishes;
  const errands = plannedErrands(wishes, surroundings);
  const unfinished = join(to, ".fetch");
  await clear(unfinished);
  const lock = await openLock(wishes.lock);
  const run: Run = {
    to,
    unfinished,
    sources,
    lock,
    again,
    any_size,
    surroundings,
    progress: (what, bytes) => progress.bytes(what, bytes)
  };
  if (frozen) return bringFrozen(lockedFor(lock.files, only, years), run, {errands, progress});
  progress.begin(errands.length);
  const limit = pLimit(4);
  const results = await Promise.all(
    errands.map((errand) =>
      limit(async () => {
        const result = await bring(errand, wishes, run).catch((error: unknown) => missed(errand, error));
        progress.done(errand.what, result);
        return {errand, result};
      })
    )
  );
  await tidy(unfinished);
  return {
    delivered: results.flatMap(({result}) => result.delivered),
    missed: results.flatMap(({errand, result}) =>
      result.missed.map((m) => ({...m, by_hand: byHand(errand, to, m.source)}))
    )
  };
}

function chosen(sources: readonly Source[], only: readonly string[]): Source[] {
  const able = sources.filter((source) => originsOf(source).length > 0);
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

async function bring(errand: Errand, {metadata}: Wishes, run: Run): Promise<Result> {
  const {surroundings} = run;
  if (errand.kind === "archive") {
    const tables = await bringArchive(errand, run);
    const lists = metadata
      ? await Promise.all(
          errand.tables.map((t) =>
            attempt(() => bringMetadata(t, errand, run), `metadata ${t.source.id} ${errand.year}`)
          )
        )
      : [];
    return merge([tables, ...lists]);
  }
  if (errand.kind === "govuk") {
    const parcels = await govukParcels(errand.path, errand.wanted, surroundings);
    return merge(await Promise.all(parcels.map((parcel) => attempt(() => bringFile(parcel, run), parcel.what))));
  }
  return one(bringFile(await parcelOf(errand, run), run));
}

function parcelOf(
  errand: Exclude<Errand, {kind: "archive" | "govuk"}>,
  {surroundings, lock}: Run
): FileParcel | Promise<FileParcel> {
  const {source} = errand;
  if (errand.kind === "register") return registerParcel(source, errand.origin, lock.files, surroundings);
  if (errand.kind === "statistics") return statisticsParcel(source, errand.origin, surroundings);
  return workbookParcel(source, errand.origin, errand.year, surroundings.publishers);
}

const one = async (delivered: Promise<Delivered>): Promise<Result> => ({delivered: [await delivered], missed: []});

const attempt = (bringOne: () => Promise<Delivered>, what: string): Promise<Result> =>
  one(bringOne()).catch((error: unknown) => missed({what}, error));

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

async function bringFrozen(
  files: readonly LockedFile[],
  run: Run,
  {errands, progress}: {errands: readonly Errand[]; progress: Progress}
): Promise<Outcome> {
  const listed = new Set(files.map(({source}) => source));
  const wanted = new Set(errands.flatMap((e) => idsOf(e)));
  const unlisted = [...wanted].filter((id) => !listed.has(id));
  progress.begin(files.length);
  const results = await bringLocked(files, run);
  for (const result of results) progress.done("the lock", result);
  await tidy(run.unfinished);
  const all = merge(results);
  return {
    delivered: all.delivered,
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

function idsOf(errand: Errand): string[] {
  if (errand.kind === "archive") return errand.tables.map(({source}) => source.id);
  if (errand.kind === "govuk") return errand.wanted.map(({source}) => source.id);
  return [errand.source.id];
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
