import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {readPart} from "../../pipelines/files/read-part.ts";
import {writeAll, type Part} from "../../pipelines/files/write-all.ts";
import {emptyFolder} from "../support/published-files.ts";

const parts = (count: number): Part[] => Array.from({length: count}, (_, i) => [`p${i}`, JSON.stringify({i})]);

test("every part is written, a few at once", async () => {
  const folder = await emptyFolder();
  await writeAll(folder, parts(11));
  expect((await readdir(folder)).length).toBe(11);
  expect(readPart(join(folder, "p10.json.gz"))).toEqual({i: 10});
  let going = 0;
  let most = 0;
  const write = async () => {
    most = Math.max(most, ++going);
    await new Promise((done) => setTimeout(done, 1));
    going -= 1;
  };
  await writeAll(folder, parts(20), {atOnce: 3, write});
  expect([most, going]).toEqual([3, 0]);
});

test("a part that cannot be written stops the rest, and its fault is thrown", async () => {
  let begun = 0;
  const write = async (_: string, name: string) => {
    begun += 1;
    if (name === "p2") throw new Error("no room");
  };
  await expect(writeAll("nowhere", parts(50), {write})).rejects.toThrow("no room");
  expect(begun).toBeLessThan(10);
  const late = async (_: string, name: string) => {
    if (name === "p9") throw new Error("no room for the last");
  };
  await expect(writeAll("nowhere", parts(10), {write: late})).rejects.toThrow("for the last");
});
