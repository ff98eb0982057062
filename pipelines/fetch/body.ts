import {gunzipSync} from "node:zlib";
import type {Answer} from "./ask.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Limits} from "./context.ts";

/** The pieces of an answer’s body, up to a bound on their sum: beyond it a PublisherError. */
export async function* bounded({body, url}: Answer, most: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of body) {
    bytes += (piece as Buffer).length;
    if (bytes > most) throw new PublisherError(`${url} sends more than ${(most / 1e6).toFixed(0)} MB`);
    yield piece as Buffer;
  }
}

/** Whether bytes are gzip, whatever the headers say of them: they lose that header behind some proxies. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Bytes unpacked if they are gzip, and as they are if not. A PublisherError where they unpack to too many. */
export function unpacked(
  bytes: Buffer,
  url: string,
  {unpacked_bytes, unpacked_ratio}: Pick<Limits, "unpacked_bytes" | "unpacked_ratio">
): Buffer {
  if (!isGzip(bytes)) return bytes;
  const most = Math.min(unpacked_bytes, Math.max(1 << 20, bytes.length * unpacked_ratio));
  try {
    return gunzipSync(bytes, {maxOutputLength: most});
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") {
      throw new PublisherError(`${url} unpacks to more than ${unpacked_ratio} times its size`, {cause});
    }
    if (code === "Z_BUF_ERROR") throw new PublisherError(`${url} ends too early`, {temporary: true, cause});
    throw new PublisherError(`${url} sends damaged gzip`, {temporary: true, cause});
  }
}

/** Whether a body is a page for people, which some services send with status 200 in place of an error. */
export const isPage = (bytes: Buffer): boolean => /^(\ufeff)?\s*</.test(bytes.subarray(0, 512).toString("utf8"));
