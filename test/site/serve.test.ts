import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdir, readdir, readlink, rm, symlink, writeFile} from "node:fs/promises";
import {connect} from "node:net";
import {join} from "node:path";
import {afterEach, expect, test} from "vitest";
import {failFileOperation} from "../../pipelines/validation/faults/failing-files.ts";
import {withPolicy} from "../../pipelines/site/policy.ts";
import {serveSite, type Served} from "../../pipelines/site/serve.ts";
import {emptyFolder} from "../support/published-files.ts";

let served: Served | null = null;
afterEach(() => served?.close());

async function site(): Promise<string> {
  const folder = await emptyFolder();
  await mkdir(join(folder, "release", "school"), {recursive: true});
  await writeFile(join(folder, "index.html"), "front");
  await writeFile(join(folder, "school.html"), "a school");
  await writeFile(join(folder, "404.html"), "lost");
  await writeFile(join(folder, "release", "school", "9000.json"), "{}");
  return folder;
}

test("a page answers to its name without an ending, and to questions put to it", async () => {
  served = await serveSite(await site(), 0);
  const text = async (path: string) => (await fetch(`${served!.url}${path}`)).text();
  expect(await text("/")).toBe("front");
  expect(await text("/school?urn=900001")).toBe("a school");
  expect(await text("/release/school/9000.json")).toBe("{}");
});

test("what is not there is told with the site’s own page", async () => {
  served = await serveSite(await site(), 0);
  const response = await fetch(`${served.url}/nothing`);
  expect([response.status, await response.text()]).toEqual([404, "lost"]);
});

test("nothing outside the site is handed out", async () => {
  served = await serveSite(join(await site(), "release"), 0);
  expect([400, 404]).toContain((await fetch(`${served.url}/..%2fschool.html`)).status);
});

/** The answer to what is sent as it stands, header by header. */
const raw = (text: string): Promise<string> =>
  new Promise((answered, fail) => {
    const socket = connect(Number(new URL(served!.url).port), "127.0.0.1", () => socket.write(text));
    let said = "";
    socket.setTimeout(5000, () => socket.destroy());
    socket.on("data", (chunk) => (said += chunk.toString("latin1")));
    socket.on("error", fail);
    socket.on("close", () => answered(said));
  });

const request = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  raw(
    `${method} ${path} HTTP/1.1\r\n${Object.entries({host: "localhost", connection: "close", ...headers})
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("")}\r\n`
  );

test.each([
  ["bytes=0-2", 206, "fro"],
  ["bytes=3-", 206, "nt"],
  ["bytes=-2", 206, "nt"],
  ["bytes=-99", 206, "front"],
  ["bytes=2-99", 206, "ont"],
  ["bytes=5-2", 200, "front"],
  ["bytes=0-1,3-4", 200, "front"],
  ["bytes=a-b", 200, "front"],
  ["lines=1-2", 200, "front"],
  ["bytes=-", 200, "front"],
  ["bytes=5-", 416, ""],
  ["bytes=-0", 416, ""],
  ["bytes=999999999999999999999-", 200, "front"]
])("a range of %s is answered with %s", async (range, status, body) => {
  served = await serveSite(await site(), 0);
  const said = await request("/", {range});
  expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(said.split("\r\n\r\n")[1]).toBe(body);
});

test.each(["localhost", "127.0.0.1", "LOCALHOST:3000", "[::1]:1"])("who asks for %s is answered", async (host) => {
  served = await serveSite(await site(), 0);
  expect(await request("/", {host})).toMatch(/^HTTP\/1.1 200 /);
});

test.each(["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:3000", "", "localhost:3000:1"])(
  "who asks for %s, as a page of another site can, is not",
  async (host) => {
    served = await serveSite(await site(), 0);
    expect(await request("/", {host})).toMatch(/^HTTP\/1.1 (421|400) /);
  }
);

test("every answer forbids guessing its type, telling where a reader came from, and other hosts", async () => {
  const folder = await site();
  await writeFile(
    join(folder, "index.html"),
    withPolicy('<html><head><meta charset="utf-8"></head><script type="module">run();</script></html>')
  );
  served = await serveSite(folder, 0);
  for (const path of ["/", "/release/school/9000.json", "/nothing", "/%"]) {
    const said = await request(path);
    expect(said).toContain("x-content-type-options: nosniff");
    expect(said).toContain("referrer-policy: no-referrer");
    expect(said).toMatch(/content-security-policy: default-src 'none'; .*connect-src 'self'.*frame-ancestors 'none'/);
    expect(said).not.toMatch(/unsafe-eval|https?:\/\/|\*;/);
  }
  const hash = createHash("sha256").update("run();").digest("base64");
  const page = await request("/");
  expect(page).toMatch(new RegExp(`content-security-policy: [^\r]*'sha256-${hash.replace(/[+/]/g, "\\$&")}'`));
  expect(page).toContain('<meta http-equiv="Content-Security-Policy" content="default-src');
});

test("a link to what lies outside, a pipe, a folder and what is hidden are not handed out", async () => {
  const folder = await site();
  await writeFile(join(folder, ".secret"), "secret");
  execFileSync("mkfifo", [join(folder, "pipe")]);
  const outside = await emptyFolder();
  await writeFile(join(outside, "theirs.txt"), "theirs");
  await symlink(join(outside, "theirs.txt"), join(folder, "link.txt"));
  await symlink(outside, join(folder, "links"));
  await symlink(join(folder, "school.html"), join(folder, "within.html"));
  served = await serveSite(folder, 0);
  for (const path of [
    "/.secret",
    "/pipe",
    "/link.txt",
    "/links/theirs.txt",
    "/release",
    "/release/",
    "/../serve.ts",
    "/release/..%2f.secret",
    "/a%00b"
  ]) {
    expect(await request(path), path).toMatch(/^HTTP\/1.1 40[04] /);
  }
  expect(await request("/within")).toMatch(/^HTTP\/1.1 200 /);
});

test("who has a part of an earlier file gets the file of today whole, not the rest of it", async () => {
  const folder = await site();
  served = await serveSite(folder, 0);
  const [, etag = ""] = /\r\netag: (.*)\r\n/i.exec(await request("/")) ?? [];
  expect(await request("/", {range: "bytes=3-", "if-range": etag})).toMatch(/^HTTP\/1.1 206 /);
  await writeFile(join(folder, "index.html"), "another front");
  const said = await request("/", {range: "bytes=3-", "if-range": etag});
  expect(said).toMatch(/^HTTP\/1.1 200 /);
  expect(said.split("\r\n\r\n")[1]).toBe("another front");
});

test("requests one after another on one line are answered in turn, and a line that is closed leaves no file open", async () => {
  const folder = await site();
  await writeFile(join(folder, "large.bin"), Buffer.alloc(3_000_000));
  served = await serveSite(folder, 0);
  const openFiles = async () => {
    const names = await readdir("/proc/self/fd");
    const paths = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => "")));
    return paths.filter((path) => path.startsWith(folder)).length;
  };
  const one = "GET /large.bin HTTP/1.1\r\nhost: localhost\r\n\r\n";
  const socket = connect(Number(new URL(served.url).port), "127.0.0.1", () => socket.write(one.repeat(500)));
  await new Promise((answered) => socket.once("data", answered));
  if (process.platform === "linux") expect(await openFiles()).toBeLessThan(5);
  socket.destroy();
  await expect.poll(async () => (process.platform === "linux" ? openFiles() : 0), {timeout: 5000}).toBe(0);
  const two = await raw(
    `GET /school HTTP/1.1\r\nhost: localhost\r\n\r\nGET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`
  );
  expect(two).toMatch(/a school[^]*front$/);
});

test("nothing but reading is done", async () => {
  served = await serveSite(await site(), 0);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"]) {
    expect(await request("/", {}, method), method).toMatch(/^HTTP\/1.1 405 /);
  }
  expect((await request("/", {}, "HEAD")).split("\r\n\r\n")[1]).toBe("");
});

test("too many open files, and files that vanish, end one answer and not the server", async () => {
  const folder = await site();
  served = await serveSite(folder, 0);
  const failing = failFileOperation(0, {code: "EMFILE", only: ["open"], about: (path) => path.startsWith(folder)});
  expect(await request("/school").finally(() => failing.restore())).toMatch(/^HTTP\/1.1 503 /);
  await rm(join(folder, "school.html"));
  expect(await request("/school")).toMatch(/^HTTP\/1.1 404 /);
  expect(await request("/")).toMatch(/^HTTP\/1.1 200 /);
});

test("a port that is taken is told with another to try", async () => {
  served = await serveSite(await site(), 0);
  const port = Number(new URL(served.url).port);
  await expect(serveSite(await site(), port)).rejects.toMatchObject({
    name: "UserError",
    fix: `give another: --port ${port + 1}`
  });
});
