import {existsSync, readFileSync} from "node:fs";
import {createServer, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import sirv from "sirv";
import {UserError} from "../../src/errors.ts";

export interface Served {
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves a built site to this machine alone, as a plain web host would: /name answers with
 * name.html. Port 0 takes any that is free. Throws a UserError if the port is taken.
 */
export async function serveSite(site: string, port: number): Promise<Served> {
  const lost = join(site, "404.html");
  const missing = existsSync(lost) ? readFileSync(lost) : Buffer.from("not found");
  const onNoMatch = (_: unknown, response: ServerResponse) =>
    response.writeHead(404, {"content-type": "text/html; charset=utf-8"}).end(missing);
  // Looked up anew at each request, since a site may be built again while it is served.
  const server = createServer(sirv(site, {dev: true, etag: true, onNoMatch}));
  await new Promise<void>((listening, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      fail(
        error.code === "EADDRINUSE"
          ? new UserError(`port ${port} is taken`, {fix: `give another: --port ${port + 1}`, cause: error})
          : error
      )
    );
    server.listen(port, "127.0.0.1", listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      })
  };
}
