import {rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {stampFolder} from "../../pipelines/read/folder-stamp.ts";
import {noteFolder, readListsAlone, type FolderNote} from "../../pipelines/read/lists-alone.ts";
import type {FilesRead} from "../../pipelines/read/published-file.ts";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {readSources} from "../../pipelines/sources.ts";
import {emptyFolder, findFolder, ks4File, ks4Header, ks4Row, lines} from "../support/published-files.ts";
import {makeZip} from "../support/zip-bytes.ts";

const sources = await readSources();
/** A time by which all that a test wrote has long stood. */
const later = () => new Date(Date.now() + 60_000);

const header =
  "partnership_id,partnership_name,partnership_kind,urn,role,from_date,to_date,date_precision,cost_per_year,source_url,source_date,evidence,note";
const list = (name: string) => lines(header, `p1,${name},federation,900001,member,2014-09-01,,day,,,,,`);
const good = ks4File(ks4Row(900001));

/** A folder that was read once and noted, as JSON holds it. */
async function noted() {
  const from = await findFolder({
    "2018-2019_england_ks4final.csv": good,
    "copy of 2018-2019_england_ks4final.csv": good,
    "a year unknown.csv": lines(ks4Header, ks4Row(900001)),
    "lists/a.csv": list("First"),
    "readme.txt": "what lies here\n"
  });
  const stamps = await stampFolder(from, later());
  const read = await readFolderFiles(from, sources, {work: await emptyFolder(), said: {}});
  const note = JSON.parse(JSON.stringify(noteFolder(read, stamps))) as FolderNote;
  return {from, note, read};
}

const readAgain = async (from: string, note: FolderNote) =>
  readListsAlone(from, note, sources, {work: await emptyFolder(), said: {}, now: await stampFolder(from, later())});

/** What was read, wherever its texts were put. */
const plain = (read: FilesRead | null) =>
  read && {...read, files: read.files.map((file) => ({...file, text: null})), left: read.left.map(String)};

test.each<[string, (from: string) => Promise<unknown>]>([
  ["nothing has", () => Promise.resolve()],
  ["a list has", (from) => writeFile(join(from, "lists/a.csv"), list("Second"))],
  ["a list is new", (from) => writeFile(join(from, "lists/0.csv"), list("Before"))],
  ["a list is gone", (from) => rm(join(from, "lists/a.csv"))]
])("what is found where %s changed is what reading all of it finds", async (_, change) => {
  const {from, note} = await noted();
  await change(from);
  const again = await readAgain(from, note);
  const whole = await readFolderFiles(from, sources, {work: await emptyFolder(), said: {}});
  expect(whole).toMatchObject({files: [{}], copies: [{}], left: [{}], unknown: [{file: "readme.txt"}]});
  expect(plain(again)).toEqual(plain(whole));
});

test.each<[string, (from: string) => Promise<unknown>]>([
  ["a published file", (from) => writeFile(join(from, "2018-2019_england_ks4final.csv"), `${good}\n`)],
  ["another published file", (from) => writeFile(join(from, "2017-2018_england_ks4final.csv"), good)],
  ["a list that became a published file", (from) => writeFile(join(from, "lists/a.csv"), good)],
  ["a text", (from) => writeFile(join(from, "more.txt"), "more\n")],
  ["a published file that is gone", (from) => rm(join(from, "2018-2019_england_ks4final.csv"))]
])("all is read again after %s", async (_, change) => {
  const {from, note} = await noted();
  await change(from);
  expect(await readAgain(from, note)).toBe(null);
});

test("a file that was changed a moment ago is read again, and a list in an archive with all else", async () => {
  const {from, note, read} = await noted();
  const stamps = await stampFolder(from, later());
  const fresh = {...stamps, "2018-2019_england_ks4final.csv": null};
  const options = {work: await emptyFolder(), said: {}};
  expect(await readListsAlone(from, note, sources, {...options, now: fresh})).toBe(null);
  expect(noteFolder(read, fresh)!.stamps).not.toHaveProperty("2018-2019_england_ks4final.csv");
  await writeFile(join(from, "lists.zip"), makeZip({"b.csv": list("In an archive")}));
  const whole = await readFolderFiles(from, sources, options);
  expect(noteFolder(whole, await stampFolder(from, later()))).toBe(null);
});
