import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {mark} from "../../pipelines/files/whole-folder.ts";
import {listFiles} from "../../pipelines/read/list-files.ts";
import {emptyFolder} from "../support/published-files.ts";

test("a release below a folder of published files is not read as lists of partnerships", async () => {
  const folder = await emptyFolder();
  const download = join(folder, "release", "download");
  await mkdir(download, {recursive: true});
  await writeFile(join(download, "memberships.csv"), "urn,partnership_id\n900001,a\n");
  await writeFile(join(folder, "list.csv"), "urn\n900001\n");
  expect((await listFiles(folder)).map(({file}) => file)).toEqual([
    "list.csv",
    join("release", "download", "memberships.csv")
  ]);
  await mark(join(folder, "release"));
  expect(await listFiles(folder)).toEqual([
    {file: "list.csv", path: join(folder, "list.csv")},
    {file: "release", why: "a folder that a run made, and no published files"}
  ]);
});
