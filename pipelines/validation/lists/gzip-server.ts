import {readFile} from "node:fs/promises";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize} from "node:path";
import {gzipSync} from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2"
};

/** A line that all answers share: bytes a second, and milliseconds until the first. */
export interface Line {
  down: number;
  latency: number;
}

/** Serves a built site as a host would that compresses what it sends; also over a slow line, `sent` hears of each answer’s bytes. */
export async function serveGzipped(
  site: string,
  {line = null, sent = () => undefined}: {line?: Line | null; sent?: (bytes: number) => void} = {}
): Promise<{url: string; close: () => Promise<void>}> {
  let free = 0;
  /** Resolves once an answer has come through the line, after those before it. */
  const pass = async (bytes: number): Promise<void> => {
    sent(bytes);
    if (line === null) return;
    const now = performance.now();
    free = Math.max(free, now + line.latency) + (1000 * bytes) / line.down;
    await new Promise((end) => setTimeout(end, free - now));
  };
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? "/", "http://localhost");
    const path = normalize(pathname === "/" ? "/index" : decodeURIComponent(pathname));
    const file = join(site, extname(path) ? path : `${path}.html`);
    readFile(file)
      .then(async (read) => {
        const bytes = gzipSync(read);
        await pass(bytes.length);
        response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
        response.setHeader("content-encoding", "gzip");
        response.setHeader("cache-control", "max-age=3600");
        response.end(bytes);
      })
      .catch((error: NodeJS.ErrnoException) => {
        response.statusCode = error.code === "ENOENT" ? 404 : 500;
        response.end();
      });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      })
  };
}
