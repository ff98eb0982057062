import type {ServerResponse} from "node:http";
import {page, type Requested, type Reply} from "./asked.ts";
import {send} from "./server.ts";

/** Something that goes wrong with requests to a path, a number of times. */
export interface Fault {
  path: RegExp;
  times: number;
  /** How many such requests go well first. */
  after?: number;
  act(reply: Reply, response: ServerResponse, asked: Requested): void;
}

/** What goes wrong with an answer. */
export type Act = Fault["act"];

const writeBytes = ({body}: Reply): Buffer => Buffer.from(body as string);

/** Another answer in the place of the right one. */
export const answers =
  (status: number, headers: Record<string, string> = {}, body: Buffer | string = ""): Act =>
  (_, response) =>
    send({status, headers, body}, response);

/** A page for people, with status 200. */
export const answersWithPage: Act = (_, response) =>
  send(page(200, "Sorry, there is a problem with the service"), response);

/** Half of the answer, and then the connection breaks. */
export const breaksHalfway: Act = (reply, response) => {
  const bytes = writeBytes(reply);
  response.writeHead(reply.status, {"content-length": String(bytes.length), ...reply.headers});
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
};

/** Half of the answer, and then, once that was read, the connection breaks. */
export const breaksOnceRead =
  (halfWasRead: Promise<void>): Act =>
  (reply, response) => {
    sendHalf(reply, response);
    void halfWasRead.then(() => response.destroy());
  };

/** Half of the answer, and then nothing, while the connection stays. */
export const stalls: Act = (reply, response) => sendHalf(reply, response);

function sendHalf(reply: Reply, response: ServerResponse): void {
  const bytes = writeBytes(reply);
  response.writeHead(reply.status, {"content-length": String(bytes.length), ...reply.headers});
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
}

/** A byte every few milliseconds, without end: never silent for long, never done. */
export const drips: Act = (reply, response) => {
  response.writeHead(reply.status, {...reply.headers});
  const dripping = setInterval(() => response.write("a"), 5);
  response.on("close", () => clearInterval(dripping));
};

/** A Content-Length that is more than comes. */
export const expectsMore: Act = (reply, response) => {
  const bytes = writeBytes(reply);
  response.writeHead(reply.status, {...reply.headers, "content-length": String(bytes.length + 100)});
  response.write(bytes, () => response.destroy());
};

/** A Content-Length that is less than there is: the rest is never seen. */
export const expectsLess: Act = (reply, response) => {
  const bytes = writeBytes(reply);
  send({...reply, body: bytes.subarray(0, Math.floor(bytes.length * 0.7))}, response);
};
