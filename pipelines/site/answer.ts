import {constants} from "node:fs";
import {open, realpath, type FileHandle} from "node:fs/promises";
import type {IncomingMessage, ServerResponse} from "node:http";
import {extname, join, sep} from "node:path";
import {pipeline} from "node:stream/promises";
import {makePolicy} from "./policy.ts";
import {readRange} from "./range.ts";

const types: Record<string, string> = {
  ".arrow": "application/vnd.apache.arrow.file",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet",
  ".py": "text/plain; charset=utf-8",
  ".R": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2"
};

/** What every answer says: no guessing of types, no address given away, no page inside another’s. */
export const manners = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "cross-origin-resource-policy": "same-origin",
  "content-security-policy": makePolicy(null)
};

/** Answers with a file of the site as a plain web host would: /name with name.html, / with index.html. */
export async function answer(site: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const {method = "GET"} = request;
  if (method !== "GET" && method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return say(response, 405, "this site can only be read");
  }
  const path = makePath(request.url ?? "/");
  if (path === null) return say(response, 400, "no such address can be");
  const found = (await takeFirst(site, path)) ?? (await takeFirst(site, "/404"));
  if (found === null) return say(response, 404, "not found");
  try {
    await send(found, request, response, found.path === path ? 200 : 404);
  } finally {
    await found.handle.close();
  }
}

/** Ends an answer with a line of text; cuts it off where it has begun already. */
export function say(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {...manners, "content-type": "text/plain; charset=utf-8"}).end(`${text}\n`);
}

/** The path that a request asks for, decoded; null if it is none, or leads outside or to what is hidden. */
function makePath(url: string): string | null {
  const [raw = ""] = url.split(/[?#]/);
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  const parts = path.split("/");
  const fine = path.startsWith("/") && !/[\\\0]/.test(path) && !parts.some((part) => part.startsWith("."));
  return fine ? path : null;
}

interface Found {
  path: string;
  file: string;
  handle: FileHandle;
  size: number;
  etag: string;
}

/** The first file that an address can mean, opened: what is opened is what is sent, whatever happens to the name. */
async function takeFirst(site: string, path: string): Promise<Found | null> {
  const names = path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
  for (const name of names) {
    const file = join(site, name);
    const handle = await opened(file, site);
    if (handle === null) continue;
    const {size, mtimeMs, ino} = await handle.stat();
    return {path, file, handle, size, etag: `"${ino}-${size}-${mtimeMs}"`};
  }
  return null;
}

/** Null where there is no file of the name, or a link leads to one that lies outside the site. */
async function opened(file: string, site: string): Promise<FileHandle | null> {
  let handle: FileHandle;
  try {
    if (!(await realpath(file)).startsWith(`${await realpath(site)}${sep}`)) return null;
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const {code = ""} = error as NodeJS.ErrnoException;
    if (["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ELOOP", "ENXIO", "EINVAL"].includes(code)) return null;
    throw error;
  }
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  return null;
}

async function send(found: Found, request: IncomingMessage, response: ServerResponse, status: number): Promise<void> {
  const {file, handle, size, etag} = found;
  const type = types[extname(file)] ?? "application/octet-stream";
  const headers: Record<string, string | number> = {
    ...manners,
    "content-type": type,
    etag,
    "cache-control": "no-cache"
  };
  if (type.startsWith("text/html")) headers["content-security-policy"] = makePolicy(await findStart(handle));
  if (status === 200 && request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const range = status === 200 && isOfSame(request, etag) ? readRange(request.headers.range, size) : null;
  if (range === "none") {
    response.writeHead(416, {...manners, "content-range": `bytes */${size}`, "content-length": 0}).end();
    return;
  }
  const {first, last} = range ?? {first: 0, last: size - 1};
  if (range) headers["content-range"] = `bytes ${first}-${last}/${size}`;
  response.writeHead(range ? 206 : status, {...headers, "accept-ranges": "bytes", "content-length": last - first + 1});
  if (request.method === "HEAD" || last < first) response.end();
  else await pipeline(handle.createReadStream({start: first, end: last, autoClose: false}), response);
}

/** Whether a part may be sent: who has the rest of an earlier file, built again since, gets this one whole (RFC 9110, §13.1.5). */
const isOfSame = ({headers}: IncomingMessage, etag: string): boolean => (headers["if-range"] ?? etag) === etag;

/** The start of a page, where its own policy stands. */
async function findStart(handle: FileHandle): Promise<string> {
  const {buffer, bytesRead} = await handle.read(Buffer.alloc(16_384), 0, 16_384, 0);
  return buffer.toString("utf8", 0, bytesRead);
}
