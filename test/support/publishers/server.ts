import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import type {Publishers} from "../../../pipelines/fetch/publishers.ts";
import {page, type Requested, type Reply, type Route} from "./asked.ts";
import type {Fault} from "./faults.ts";
import {atEnd} from "../at-end.ts";

/** The publishers’ services, on this machine. */
export interface LocalPublishers {
  publishers: Publishers;
  origin: string;
  /** All that was asked, in order. */
  asked: Requested[];
  /** What goes wrong: the first that fits a request happens to it, as often as it says. */
  faults: Fault[];
  /** How many requests are being answered, and how many were at most. */
  open: {now: number; most: number};
}

/** Starts the publishers with these services, until the tests of the file are over. */
export async function startPublishers(...routes: readonly Route[]): Promise<LocalPublishers> {
  const asked: Requested[] = [];
  const faults: Fault[] = [];
  const open = {now: 0, most: 0};
  const server = createServer((request, response) => {
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    response.on("close", () => (open.now -= 1));
    void answer(request, response);
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const question = await read(request);
    asked.push(question);
    const reply = routes.map((route) => route(question)).find((r) => r !== null) ?? page(404, "Page not found");
    const fault = faults.find(({path, times}) => path.test(question.path) && times > 0);
    if (fault?.after) {
      fault.after -= 1;
      send(reply, response);
    } else if (fault) {
      fault.times -= 1;
      fault.act(reply, response, question);
    } else send(reply, response);
  };
  const origin = await listen(server);
  return {publishers: publishersAt(origin), origin, asked, faults, open};
}

/** Sends a reply as it is. */
export function send({status, headers = {}, body}: Reply, response: ServerResponse): void {
  const bytes = Buffer.from(body as string);
  response.writeHead(status, {"content-length": String(bytes.length), ...headers});
  response.end(bytes);
}

/** Starts a server on a port of its own, and stops it when the tests of the file are over. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function read(request: IncomingMessage): Promise<Requested> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const body = Buffer.concat(chunks).toString("utf8");
  return {method: request.method ?? "GET", path: url.pathname, query: url.searchParams, headers, body};
}

const publishersAt = (origin: string): Publishers => ({
  performance_tables: `${origin}/performance-tables`,
  statistics_api: `${origin}/statistics`,
  statistics_content: `${origin}/content`,
  statistics_catalogue: `${origin}/catalogue`,
  register: `${origin}/register`,
  finance_workbooks: `${origin}/finance`,
  govuk: `${origin}/govuk`,
  hosts: [new URL(origin).host],
  resuming: [new URL(origin).host],
  without_https: [origin]
});
