import {readdirSync, readFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, beforeEach, describe, expect, test, vi} from "vitest";
import {fetchRelease, releaseAddress} from "../../dashboards/components/ui/fetch-release.ts";

let server: Server;
let requested: string[];
/** Far more than is unpacked at a time, with letters of several bytes everywhere. */
const NAMES = Array.from({length: 20_000}, (_, i) => `${i} St Zoë’s — Llŷn`);
const answers: Record<string, [number, string | Buffer]> = {
  "/site/release/school/2.json.gz": [200, gzipSync('{"2": {"name": "Birch"}}')],
  "/site/release/school/3.json.gz": [200, '{"3": {"name": "Cedar"}}'],
  "/site/release/names.json.gz": [200, gzipSync(JSON.stringify(NAMES))],
  "/site/release/school/cut.json.gz": [200, gzipSync('{"1": {"name": "Alder"}}').subarray(0, 20)],
  "/site/release/school/1.json": [200, '{"1": {"name": "Alder"}}'],
  "/site/release/school/cut.json": [200, '{"1": {"na'],
  "/site/release/school/ill.json": [503, ""]
};

beforeAll(async () => {
  server = createServer(({url = ""}, response) => {
    requested.push(url);
    const [status, body] = answers[url] ?? [404, ""];
    response.writeHead(status).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  vi.stubGlobal("document", {baseURI: `http://127.0.0.1:${(server.address() as AddressInfo).port}/site/school?urn=1`});
});
beforeEach(() => (requested = []));
afterAll(async () => {
  vi.unstubAllGlobals();
  await new Promise((closed) => server.close(closed));
});

describe("a file of the release", () => {
  test("is asked for compressed, but for the index that a loader reads too", () => {
    const components = readdirSync("dashboards/components", {recursive: true, encoding: "utf8"});
    const code = components.filter((name) => name.endsWith(".ts"));
    const asked = code.flatMap((name) =>
      [...readFileSync(`dashboards/components/${name}`, "utf8").matchAll(/["`]([^"`\n]*\.json(?:\.gz)?)["`]/g)].map(
        ([, path]) => path
      )
    );
    expect(asked).toContain("aliases.json.gz");
    expect(asked.filter((path) => !path.endsWith(".gz"))).toEqual(["partnerships.json"]);
  });

  test("is looked for beside the page, however deep the site lies", () => {
    expect(new URL(releaseAddress("school/1.json")).pathname).toBe("/site/release/school/1.json");
  });

  test("is asked for once, however often it is wanted", async () => {
    const wanted = await Promise.all([fetchRelease("school/1.json"), fetchRelease("school/1.json")]);
    expect(wanted).toEqual([{1: {name: "Alder"}}, {1: {name: "Alder"}}]);
    expect(requested).toEqual(["/site/release/school/1.json"]);
  });

  test("is unpacked, unless the host has done so", async () => {
    expect(await fetchRelease("school/2.json.gz")).toEqual({2: {name: "Birch"}});
    expect(await fetchRelease("school/3.json.gz")).toEqual({3: {name: "Cedar"}});
  });

  test("is whole where it is unpacked in many parts", async () => {
    expect(await fetchRelease("names.json.gz")).toEqual(NAMES);
  });

  test("is asked for again after it could not be had", async () => {
    await expect(fetchRelease("school/ill.json")).rejects.toThrow();
    await expect(fetchRelease("school/ill.json")).rejects.toThrow();
    expect(requested).toHaveLength(2);
  });

  test.each([
    {file: "none.json", says: "holds nothing for that choice"},
    {file: "ill.json", says: "answered with an error (503)"},
    {file: "cut.json", says: "cut off"},
    {file: "cut.json.gz", says: "cut off"}
  ])("that cannot be had is told in plain words: $file", async ({file, says}) => {
    await expect(fetchRelease(`school/${file}`)).rejects.toMatchObject({
      name: "NotOpened",
      message: expect.stringContaining(says)
    });
  });
});
