import {createHash} from "node:crypto";
import {appendFileSync} from "node:fs";
import {open, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test, vi} from "vitest";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {readWhole} from "../../pipelines/read/read-whole.ts";
import {readSources} from "../../pipelines/sources.ts";
import {emptyFolder, findFolder, ks4File, ks4Row} from "../support/published-files.ts";

const name = "2018-2019_england_ks4final.csv";
const good = ks4File(ks4Row(900001, {attainment: "50"}));

test("what is loaded is what the checksum is of, though the file changes before it is loaded", async () => {
  const from = await findFolder({[name]: good});
  const {files} = await readFolderFiles(from, await readSources(), {work: await emptyFolder(), said: {}});
  await writeFile(join(from, name), good.replace(",50,", ",90,"));
  const loaded = await readFile(files[0].text);
  expect(loaded.toString()).toBe(good);
  expect(createHash("sha256").update(loaded).digest("hex")).toBe(files[0].sha256);
});

test("a file that never holds still is told as such", async () => {
  const path = join(await findFolder({[name]: good}), name);
  const handle = await open(path);
  const handles = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  // Written to in the middle of every reading of it.
  const read = handles.read;
  const reading = vi.spyOn(handles, "read").mockImplementation(function (this: typeof handle, ...asked: unknown[]) {
    appendFileSync(path, "1");
    return Reflect.apply(read, this, asked) as ReturnType<typeof read>;
  });
  try {
    await expect(readWhole(path, name)).rejects.toMatchObject({
      name: "PublishedFileError",
      message: `${name}: is written to while it is read`
    });
    expect(reading.mock.calls.length).toBeGreaterThan(2);
  } finally {
    reading.mockRestore();
  }
});
