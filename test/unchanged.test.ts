import {createHash} from "node:crypto";
import {mkdir, readFile, utimes, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, expect, test, vi} from "vitest";
import {findEarlierFiles, findUnchanged, stampInputs, noteInputs, noteStamp} from "../pipelines/unchanged.ts";
import {emptyFolder, findFolder} from "./support/published-files.ts";

const DAY = new Date("2026-01-05T00:00:00Z");

const terms = {terms: "code and plan", folder: null};

afterEach(() => vi.useRealTimers());

/** A minute goes by: what was written stands long enough to be known by its time. */
const stepAhead = () => vi.useFakeTimers({toFake: ["Date"], now: Date.now() + 60_000});

async function made() {
  const to = await emptyFolder();
  await mkdir(join(to, "release", "download"), {recursive: true});
  const file = join(to, "release", "download", "outcomes.csv");
  await writeFile(file, "school_id,value\n900001,46.1\n");
  await utimes(file, DAY, DAY);
  await writeFile(join(to, "schools.duckdb"), "tables");
  const said = {read: ["a file"], said: ["a line"]};
  const warehouse = createHash("sha256").update("tables").digest("hex");
  await noteInputs(to, {stamp: "as it was", hash: "made from", ...terms, tables: "published", ...said, warehouse});
  return {to, file, note: join(to, "release.made-from.json")};
}

test("a release that was made from the same and not touched since stays, and what its run said is said again", async () => {
  const {to} = await made();
  const said = {read: ["a file"], said: ["a line"]};
  expect(await findUnchanged(to, {hash: "made from"})).toMatchObject(said);
  expect(await findUnchanged(to, {stamp: "as it was"})).toMatchObject(said);
  expect(await findUnchanged(to, {hash: "something else"})).toBe(null);
  expect(await findUnchanged(to, {stamp: "of another time"})).toBe(null);
});

test.each([
  ["empty", () => ""],
  ["cut off", (text: string) => text.slice(0, 40)],
  ["null", () => "null"],
  ["a list", () => "[]"],
  ["no text", () => "\u0000\u0001"],
  ["without what was said", (text: string) => text.replace(/,"said":.*/, "}")],
  ["without its terms", (text: string) => text.replace(/"terms":".*?",/, "")],
  ["without what was found in the folder", (text: string) => text.replace('"folder":null', '"folder":3')],
  ["without the tables", (text: string) => text.replace(/"tables":".*?",/, "")],
  ["with a list of files that are no sums", (text: string) => text.replace(/"files":\{.*?\}/, '"files":{"a":1}')],
  ["without what was read", (text: string) => text.replace(/"read":\[.*?\],/, "")],
  ["with a number for its stamp", (text: string) => text.replace('"as it was"', "7")],
  ["with something else in its place", (text: string) => text.replace(/"said":.*/, '"said":"x"}')]
])("a note that is %s is no note: the release is made again", async (_, damage) => {
  const {to, note} = await made();
  await writeFile(note, damage(await readFile(note, "utf8")));
  expect(await findUnchanged(to, {hash: "made from"})).toBe(null);
});

test("a file of a release with one figure altered is not as before, though of the same size and time", async () => {
  const {to, file} = await made();
  await writeFile(file, (await readFile(file, "utf8")).replace("46.1", "64.1"));
  await utimes(file, DAY, DAY);
  expect(await findUnchanged(to, {hash: "made from"})).toBe(null);
});

test("a file of the release is found while it and the tables that it was made from are as they were", async () => {
  const {to, file} = await made();
  const find = async (tables: string, path = "download/outcomes.csv") => (await findEarlierFiles(to, tables))(path);
  expect(await find("published")).toBe(file);
  expect(await find("published since")).toBe(null);
  expect(await find("published", "download/schools.csv")).toBe(null);
  await writeFile(file, "school_id,value\n900001,64.1\n");
  expect(await find("published")).toBe(null);
});

test("what is made from the same of another time is known by that time from then on", async () => {
  const {to} = await made();
  await noteStamp(to, {stamp: "of another time", ...terms, read: ["the same file"]});
  expect(await findUnchanged(to, {stamp: "as it was"})).toBe(null);
  expect(await findUnchanged(to, {stamp: "of another time"})).toMatchObject({
    read: ["the same file"],
    said: ["a line"]
  });
});

test("files changed a moment ago are known by their contents alone", async () => {
  const {to} = await made();
  await noteStamp(to, {stamp: null, ...terms, read: []});
  expect(await findUnchanged(to, {hash: "made from"})).not.toBe(null);
  expect((await stampInputs(to, {now: DAY, options: {}})).stamp).toBe(null);
});

test("code, plan and files as they were, a year or an option that is another makes another hash", async () => {
  const folder = await findFolder({"a.csv": "one\n"});
  stepAhead();
  const hash = async (now: string, options: unknown) =>
    (await stampInputs(folder, {now: new Date(now), options})).stamp;
  const first = await hash("2026-01-05", {strict: false});
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await hash("2026-11-05", {strict: false})).toBe(first);
  expect(await hash("2027-01-05", {strict: false})).not.toBe(first);
  expect(await hash("2026-01-05", {strict: true})).not.toBe(first);
});
