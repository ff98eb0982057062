import {mkdir, rename, rm, stat, symlink, utimes, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {stampFolder} from "../../pipelines/read/folder-stamp.ts";
import {findFolder} from "../support/published-files.ts";

/** A time by which all that a test wrote has long stood. */
const later = () => new Date(Date.now() + 60_000);

async function folder() {
  const from = await findFolder({"a.csv": "one\n", "below/b.csv": "two\n"});
  return {from, first: await stampFolder(from, later())};
}

test("a folder of which nothing was changed has the same stamps", async () => {
  const {from, first} = await folder();
  expect(Object.keys(first)).toEqual(["a.csv", "below/b.csv"]);
  expect(first["a.csv"]).toMatch(/^[0-9]+,[0-9]+,4,[0-9]+,[0-9]+$/);
  expect(await stampFolder(from, later())).toEqual(first);
});

test.each<[string, (from: string) => Promise<unknown>]>([
  ["altered, at the same length and time", (from) => alterQuietly(join(from, "below/b.csv"), "TWO\n")],
  ["longer", (from) => writeFile(join(from, "a.csv"), "one\nmore\n")],
  ["new", (from) => writeFile(join(from, "c.csv"), "")],
  ["gone", (from) => rm(join(from, "below/b.csv"))],
  ["under another name", (from) => rename(join(from, "a.csv"), join(from, "z.csv"))],
  ["another under the same name", (from) => replaceQuietly(join(from, "a.csv"), "One\n")],
  ["a link that leads nowhere", (from) => symlink("nowhere", join(from, "link.csv"))],
  ["a folder that a run made", (from) => mkdir(join(from, "out")).then(() => writeFile(join(from, "out/x.csv"), ""))]
])("with a file that is %s it has others", async (_, change) => {
  const {from, first} = await folder();
  await change(from);
  expect(await stampFolder(from, later())).not.toEqual(first);
});

test("a file that was changed a moment ago might be changed again at the same time: it has no stamp", async () => {
  const {from} = await folder();
  expect(await stampFolder(from)).toEqual({"a.csv": null, "below/b.csv": null});
});

/** Writes a file and puts its time back. */
async function alterQuietly(path: string, text: string): Promise<void> {
  const {atime, mtime} = await stat(path);
  await writeFile(path, text);
  await utimes(path, atime, mtime);
}

async function replaceQuietly(path: string, text: string): Promise<void> {
  const {atime, mtime} = await stat(path);
  await writeFile(`${path}.new`, text);
  await utimes(`${path}.new`, atime, mtime);
  await rename(`${path}.new`, path);
}
