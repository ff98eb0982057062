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

/** Serves a built site as a host would that compresses what it sends. */
export async function serveGzipped(site: string): Promise<{url: string; close: () => Promise<void>}> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? "/", "http://localhost");
    const path = normalize(pathname === "/" ? "/index" : decodeURIComponent(pathname));
    const file = join(site, extname(path) ? path : `${path}.html`);
    readFile(file)
      .then((bytes) => {
        response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
        response.setHeader("content-encoding", "gzip");
        response.setHeader("cache-control", "max-age=3600");
        response.end(gzipSync(bytes));
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
