import {existsSync} from "node:fs";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {openLock, staysBelow, type LockedFile} from "../../pipelines/fetch/lock.ts";
import {emptyFolder} from "../support/published-files.ts";

const file = (path: string, slot = path): LockedFile => ({
  path,
  source: "gias_links",
  slot,
  url: "https://example.org/a",
  member: null,
  sha256: "0".repeat(64),
  bytes: 1,
  retrieved: "2026-11-20T10:00:00.000Z",
  licence: "OGL-UK-3.0",
  stage: null,
  year: null,
  snapshot: null,
  etag: null,
  last_modified: null
});

describe("the lock", () => {
  test.skipIf(!existsSync("data/sources.lock.json"))("that is in the project can be read", async () => {
    await expect(openLock("data/sources.lock.json")).resolves.toHaveProperty("files");
  });

  test("is empty where there is none", async () => {
    expect((await openLock(join(await emptyFolder(), "lock.json"))).files).toEqual([]);
  });

  test("reads what it wrote", async () => {
    const path = join(await emptyFolder(), "lock.json");
    const lock = await openLock(path);
    await lock.put(file("b.csv"));
    await lock.put(file("a.csv"));
    expect((await openLock(path)).files.map((f) => f.path)).toEqual(["a.csv", "b.csv"]);
  });

  test("keeps one file a slot", async () => {
    const lock = await openLock(join(await emptyFolder(), "lock.json"));
    await lock.put(file("england_ks4revised.csv", "ks4 2019"));
    await lock.put(file("england_ks4final.csv", "ks4 2019"));
    expect(lock.files.map((f) => f.path)).toEqual(["england_ks4final.csv"]);
  });

  test("is whole after many writes at once", async () => {
    const path = join(await emptyFolder(), "lock.json");
    const lock = await openLock(path);
    await Promise.all(Array.from({length: 20}, (_, i) => lock.put(file(`${i}.csv`))));
    expect((JSON.parse(await readFile(path, "utf8")) as {files: unknown[]}).files).toHaveLength(20);
  });

  test.each([
    ["no JSON", "{", "is no JSON"],
    ["no list", "{}", "holds no list of files"],
    [
      "a file without a checksum",
      JSON.stringify({files: [{...file("a.csv"), sha256: undefined}]}),
      "file 1 is without sha256"
    ],
    ["a path that leads outside", JSON.stringify({files: [file("../a.csv")]}), "file 1 leads outside: ../a.csv"]
  ])("refuses %s", async (_, text, problem) => {
    const path = join(await emptyFolder(), "lock.json");
    await writeFile(path, text);
    await expect(openLock(path)).rejects.toThrow(problem);
  });
});

describe("staysBelow(path)", () => {
  test.each([["a/b.csv"], [".metadata/a/b.csv"], ["ofsted/State-funded schools (1).csv"]])("lets %s pass", (path) => {
    expect(staysBelow(path)).toBe(true);
  });

  test.each([["../a"], ["a/../../b"], ["/a"], ["a//b"], [""], ["a\\b"], [".fetch/a"], ["a/.b"], ["C:/a"]])(
    "refuses %j",
    (path) => {
      expect(staysBelow(path)).toBe(false);
    }
  );
});
