import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {UserError} from "../../src/library/errors.ts";
import {answer, say} from "./answer.ts";

export interface Served {
  url: string;
  close: () => Promise<void>;
}

/** More than a browser ever asks for at once; what is beyond waits in the system’s own queue, or is turned away. */
const CONNECTIONS = 256;

/**
 * Serves a built site to this machine alone, as a plain web host would: /name answers with name.html. Only to who asks
 * for this machine by name: a page of another site that has its name lead here is not answered. No request ends the
 * server. Port 0 takes any that is free. Throws a UserError if the port is taken or not to be had.
 */
export async function serveSite(site: string, port: number): Promise<Served> {
  const server = createServer((request, response) => {
    response.on("error", () => response.destroy());
    inTurn(response, () => answerOne(site, request, response));
  });
  server.maxConnections = CONNECTIONS;
  server.on("clientError", (_, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
    else socket.destroy();
  });
  await new Promise<void>((listening, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => fail(explainPort(error, port)));
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

/**
 * Does what a request asks once its answer may be sent: of requests that came one after another on one line, each has
 * its turn, and those whose line is closed before have none. A file is open only while it is sent.
 */
function inTurn(response: ServerResponse, work: () => void): void {
  if (response.socket === null) response.once("socket", work);
  else work();
}

function answerOne(site: string, request: IncomingMessage, response: ServerResponse): void {
  if (!isForUs(request)) {
    say(response, 421, "ask for this site as localhost");
    return;
  }
  answer(site, request, response).catch((error: NodeJS.ErrnoException) => {
    const busy = error.code === "EMFILE" || error.code === "ENFILE";
    if (busy && !response.headersSent) response.setHeader("retry-after", "1");
    say(response, busy ? 503 : 500, busy ? "too much at once: ask again" : "this file cannot be read");
  });
}

function explainPort(error: NodeJS.ErrnoException, port: number): Error {
  const fix = `give another: --port ${port + 1}`;
  if (error.code === "EADDRINUSE") return new UserError(`port ${port} is taken`, {fix, cause: error});
  if (error.code === "EACCES")
    return new UserError(`this user may not use port ${port}`, {fix: "give one above 1023: --port 3000", cause: error});
  return error;
}

const ours = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether a request names this machine as the one it asks, whichever the port, as those forwarded from another have another. */
const isForUs = ({headers: {host = ""}}: IncomingMessage): boolean =>
  ours.has(host.toLowerCase().replace(/:\d{1,5}$/, ""));
