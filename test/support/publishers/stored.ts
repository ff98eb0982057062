import {createHash} from "node:crypto";
import {gzipSync} from "node:zlib";
import type {Requested, Reply} from "./asked.ts";

/** How a stored file is served: with or without a validator, with or without parts, packed for the way or not. */
export interface Manner {
  etag?: boolean;
  ranges?: boolean;
  packs?: boolean;
}

/** A file served as a web server serves files: with its ETag, unchanged (304) and in parts (206, 416). */
export function stored(
  {headers}: Requested,
  bytes: Buffer,
  {etag = true, ranges = true, packs = false}: Manner = {}
): Reply {
  const tag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
  const common: Record<string, string> = {
    "content-type": "text/csv",
    "accept-ranges": ranges ? "bytes" : "none",
    ...(etag ? {etag: tag} : {})
  };
  if (etag && headers["if-none-match"] === tag) return {status: 304, headers: common, body: ""};
  if (packs && /\bgzip\b/.test(headers["accept-encoding"] ?? "")) {
    return {status: 200, headers: {...common, "content-encoding": "gzip"}, body: gzipSync(bytes)};
  }
  const from = /^bytes=(\d+)-$/.exec(headers["range"] ?? "")?.[1];
  const same = headers["if-range"] === undefined || headers["if-range"] === tag;
  if (!ranges || from === undefined || !same) return {status: 200, headers: common, body: bytes};
  const start = Number(from);
  if (start >= bytes.length) {
    return {status: 416, headers: {...common, "content-range": `bytes */${bytes.length}`}, body: ""};
  }
  const range = `bytes ${start}-${bytes.length - 1}/${bytes.length}`;
  return {status: 206, headers: {...common, "content-range": range}, body: bytes.subarray(start)};
}
