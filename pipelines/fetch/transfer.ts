import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {mkdir, open, readFile, rm, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {ask, type Answer} from "./ask.ts";
import {bounded} from "./body.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Context} from "./context.ts";

/** What shows whether the file behind an address is still the same. */
export interface Validators {
  etag: string | null;
  last_modified: string | null;
}

/** A file as it came, not looked into yet. Null where it is as the validators given say. */
export interface Transferred extends Validators {
  path: string;
  /** How it is packed for the way, if it is. */
  content_encoding: string | null;
  /** What the publisher calls the file; null if it does not say. */
  called: string | null;
}

/**
 * Downloads a file into a folder of unfinished ones. A download that broke off,
 * in this run or an earlier one, goes on where it stopped if the publisher can
 * do that and the file is still the same, and starts again if not.
 *
 * Returns null if the file is still what `known` describes. Throws as ask does,
 * and a PublisherError for a file of more bytes than the limit.
 */
export async function transfer(
  url: string,
  folder: string,
  {known, progress, forgive = false}: {known: Validators | null; progress: (bytes: number) => void; forgive?: boolean},
  context: Context
): Promise<Transferred | null> {
  await mkdir(folder, {recursive: true});
  const part = join(folder, `${createHash("sha256").update(url).digest("hex").slice(0, 16)}.part`);
  const begun = `${part}.json`;
  const resumed = await resumable(part, begun);
  const attempt: {from: number; validator: string | null} = resumed ?? {from: 0, validator: null};
  // A packed download cannot go on where it stopped: packed only where the host could not do that anyway.
  const encoding = context.publishers.resuming.includes(new URL(url).host) ? "identity" : "gzip";
  const headers = (): Record<string, string> => ({
    accept: "*/*",
    "accept-encoding": encoding,
    ...(attempt.from > 0 ? {range: `bytes=${attempt.from}-`, "if-range": attempt.validator!} : conditional(known))
  });
  return ask(
    {url, headers, also: [304, 416], may_be_forbidden: forgive},
    async (answer) => {
      try {
        return await take(answer, {part, begun, from: attempt.from, progress}, context);
      } finally {
        Object.assign(attempt, (await resumable(part, begun)) ?? {from: 0, validator: null});
      }
    },
    context
  );
}

const conditional = (known: Validators | null): Record<string, string> => ({
  ...(known?.etag ? {"if-none-match": known.etag} : {}),
  ...(known?.last_modified ? {"if-modified-since": known.last_modified} : {})
});

interface Unfinished {
  part: string;
  begun: string;
  from: number;
  progress: (bytes: number) => void;
}

async function take(
  answer: Answer,
  {part, begun, from, progress}: Unfinished,
  {limits}: Context
): Promise<Transferred | null> {
  const {status, headers, url} = answer;
  if (status === 304) return null;
  if (status === 416 || (status === 206 && readStart(headers["content-range"]) !== from)) {
    await discard(part, begun);
    throw new PublisherError(`${url} cannot go on where it stopped`, {status, temporary: true});
  }
  const goesOn = status === 206;
  const validators = {etag: headers["etag"] ?? null, last_modified: headers["last-modified"] ?? null};
  const encoded = headers["content-encoding"];
  const facts = {
    ...validators,
    content_encoding: encoded && encoded !== "identity" ? encoded : null,
    called: readFileName(headers["content-disposition"])
  };
  if (!goesOn) await writeFile(begun, JSON.stringify({...facts, ranges: headers["accept-ranges"] !== "none"}));
  const file = await open(part, goesOn ? "a" : "w");
  try {
    let bytes = goesOn ? from : 0;
    for await (const piece of bounded(answer, limits.file_bytes - bytes)) {
      await file.write(piece);
      bytes += piece.length;
      progress(bytes);
    }
  } finally {
    await file.close();
  }
  await rm(begun, {force: true});
  return {path: part, ...facts};
}

/** What is left of a download that broke off, if it can go on: where, and what must not have changed (RFC 9110 §13.1.5). */
async function resumable(part: string, begun: string): Promise<{from: number; validator: string} | null> {
  if (!existsSync(part) || !existsSync(begun)) return null;
  const {etag, last_modified, content_encoding, ranges} = readBegun(await readFile(begun, "utf8"));
  const strong = etag && !etag.startsWith("W/") ? etag : last_modified;
  const {size} = await stat(part);
  return ranges && strong && !content_encoding && size > 0 ? {from: size, validator: strong} : null;
}

/** What was noted when a download began. A note that was cut off itself says nothing: the download starts again. */
function readBegun(text: string): Partial<Transferred> & {ranges?: boolean} {
  try {
    return JSON.parse(text) as Transferred & {ranges: boolean};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

async function discard(...paths: string[]): Promise<void> {
  for (const path of paths) await rm(path, {force: true});
}

const readStart = (range: string | undefined): number => Number(/^bytes (\d+)-/.exec(range ?? "")?.[1] ?? NaN);

/** The file name in a Content-Disposition header, without any folder. */
function readFileName(header: string | undefined): string | null {
  const name = /filename="?([^";]+)"?/i.exec(header ?? "")?.[1];
  return name?.split(/[\\/]/).at(-1)?.trim() || null;
}
