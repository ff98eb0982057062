import {mkdir, readFile, utimes, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {findUnchanged, noteInputs} from "../pipelines/unchanged.ts";
import {emptyFolder} from "./support/published-files.ts";

const DAY = new Date("2026-01-05T00:00:00Z");

async function made() {
  const to = await emptyFolder();
  await mkdir(join(to, "release", "download"), {recursive: true});
  const file = join(to, "release", "download", "outcomes.csv");
  await writeFile(file, "school_id,value\n900001,46.1\n");
  await utimes(file, DAY, DAY);
  await writeFile(join(to, "schools.duckdb"), "tables");
  await noteInputs(to, {hash: "made from", said: ["a line"]});
  return {to, file, note: join(to, "release.made-from.json")};
}

test("a release that was made from the same and not touched since stays, and what its run said is said again", async () => {
  const {to} = await made();
  expect(await findUnchanged(to, "made from")).toEqual(["a line"]);
  expect(await findUnchanged(to, "something else")).toBe(null);
});

test.each([
  ["empty", () => ""],
  ["cut off", (text: string) => text.slice(0, 40)],
  ["null", () => "null"],
  ["a list", () => "[]"],
  ["no text", () => "\u0000\u0001"],
  ["without what was said", (text: string) => text.replace(/,"said":.*/, "}")],
  ["with something else in its place", (text: string) => text.replace(/"said":.*/, '"said":"x"}')]
])("a note that is %s is no note: the release is made again", async (_, damage) => {
  const {to, note} = await made();
  await writeFile(note, damage(await readFile(note, "utf8")));
  expect(await findUnchanged(to, "made from")).toBe(null);
});

test("a file of a release with one figure altered is not as before, though of the same size and time", async () => {
  const {to, file} = await made();
  await writeFile(file, (await readFile(file, "utf8")).replace("46.1", "64.1"));
  await utimes(file, DAY, DAY);
  expect(await findUnchanged(to, "made from")).toBe(null);
});
