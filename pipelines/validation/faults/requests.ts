import {connect} from "node:net";
import {randomLcg} from "d3";

/** What came of many requests: answers by status, how many were cut off or refused, and how many never ended. */
export interface Answers {
  tried: number;
  statuses: Map<number, number>;
  cut: number;
  hung: number;
}

const pick = <T>(random: () => number, all: readonly T[]): T => all[Math.floor(random() * all.length)];

const methods = [
  "GET",
  "GET",
  "GET",
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "OPTIONS",
  "TRACE",
  "get",
  "",
  "GE T",
  "A".repeat(200)
];
const oddPaths = [
  "/",
  "//",
  "/..",
  "/../../etc/passwd",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/%",
  "/%00",
  "/%ff%fe",
  "/a\\b",
  "/__proto__",
  "/constructor",
  "*",
  "http://another.host/",
  `/${"a".repeat(5000)}`,
  `/${"a/".repeat(1000)}`,
  "/?" + "q".repeat(4000),
  "/release/",
  "/index.html/",
  "/💥",
  ""
];
const hosts = ["localhost", "localhost", "localhost", "127.0.0.1:1", "evil.example", "", "\u0001"];
const headerNames = [
  "range",
  "if-none-match",
  "accept-encoding",
  "content-length",
  "transfer-encoding",
  "expect",
  "upgrade",
  "cookie"
];
const headerValues = [
  "bytes=0-",
  "bytes=5-2",
  "bytes=-",
  "bytes=-1",
  "bytes=0-0,1-1",
  "bytes=99999999999999999999-",
  "*",
  "chunked",
  "-1",
  "100-continue",
  "x".repeat(9000),
  "\u0000",
  ""
];

/** A request, sound or not, as it goes over the line. */
function wildRequest(random: () => number, paths: readonly string[]): string {
  if (random() < 0.4) return `GET ${pick(random, paths)} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`;
  const path = random() < 0.6 ? pick(random, paths) : pick(random, oddPaths);
  const lines = [`${pick(random, methods)} ${path} HTTP/${pick(random, ["1.1", "1.1", "1.1", "1.0", "9.9"])}`];
  if (random() < 0.95) lines.push(`host: ${pick(random, hosts)}`);
  for (let i = Math.floor(random() * 4); i > 0; i--)
    lines.push(`${pick(random, headerNames)}: ${pick(random, headerValues)}`);
  lines.push("connection: close");
  const text = `${lines.join("\r\n")}\r\n\r\n`;
  return random() < 0.05 ? text.slice(0, Math.floor(random() * text.length)) : text;
}

/** Sends requests of all kinds to a server of this machine, so many at once, some of which leave before the answer. */
export async function sendHostile(
  port: number,
  {
    requests = 10_000,
    atOnce = 200,
    seed = 0.24,
    paths = ["/"]
  }: {requests?: number; atOnce?: number; seed?: number; paths?: readonly string[]} = {}
): Promise<Answers> {
  const random = randomLcg(seed);
  const answers: Answers = {tried: 0, statuses: new Map(), cut: 0, hung: 0};
  const one = (): Promise<void> => {
    answers.tried++;
    const text = wildRequest(random, paths);
    const leaves = random() < 0.05;
    return new Promise((over) => {
      let said = "";
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(text);
        if (leaves) socket.destroy();
        // What was cut short is a request that never ends: the line is closed, as a browser does that is closed.
        else if (!text.endsWith("\r\n\r\n")) socket.end();
      });
      const deadline = setTimeout(() => {
        answers.hung++;
        socket.destroy();
      }, 20_000);
      socket.on("data", (chunk) => {
        if (said.length < 64) said += chunk.toString("latin1");
      });
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        clearTimeout(deadline);
        const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(said) ?? [];
        if (status) answers.statuses.set(Number(status), (answers.statuses.get(Number(status)) ?? 0) + 1);
        else answers.cut++;
        over();
      });
    });
  };
  const worker = async () => {
    while (answers.tried < requests) await one();
  };
  await Promise.all(Array.from({length: atOnce}, worker));
  return answers;
}
