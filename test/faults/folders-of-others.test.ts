import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {recover} from "../../pipelines/files/whole-folder.ts";
import {runPipeline} from "../../pipelines/run.ts";
import {openDuckDB} from "../../pipelines/warehouse.ts";
import {contents} from "../support/pipeline-run.ts";
import {emptyFolder, findFolder, ks4File, ks4Row} from "../support/published-files.ts";

const files = {"2018-2019_england_ks4final.csv": ks4File(ks4Row(900001))};

test.each([
  ["release", "thesis.txt"],
  ["kept", "photographs.zip"],
  ["kept/estimates", "of the builder.txt"],
  ["kept/comparisons", "diary.json"]
])("a folder of the user’s own called %s is left alone, and said", async (folder, file) => {
  const to = await emptyFolder();
  await mkdir(join(to, folder), {recursive: true});
  await writeFile(join(to, folder, file), "years of work");
  const before = await contents(to);
  await expect(runPipeline({from: await findFolder(files), to})).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringMatching(/holds files that no run made .*, and a run would replace it/)
  });
  expect(await contents(to)).toEqual(before);
});

test("a database of the user’s own called schools.duckdb is left alone, and said", async () => {
  const to = await emptyFolder();
  const {warehouse, close} = await openDuckDB(join(to, "schools.duckdb"));
  await warehouse.run("create table precious as select 1 as a");
  close();
  const before = await contents(to);
  await expect(runPipeline({from: await findFolder(files), to})).rejects.toThrow(/is a database that no run made/);
  expect(await contents(to)).toEqual(before);
});

test("a copy of a release that the user put aside as release.old-1 stays", async () => {
  const to = await emptyFolder();
  await mkdir(join(to, "release.old-1"));
  await writeFile(join(to, "release.old-1", "headlines.csv"), "of last year");
  await recover(join(to, "release"), () => undefined);
  expect(Object.keys(await contents(to))).toContain("release.old-1/headlines.csv");
});

test("an empty folder called release is no hindrance", async () => {
  const to = await emptyFolder();
  await mkdir(join(to, "release"));
  await runPipeline({from: await findFolder(files), to, estimated: "left out"});
  expect(Object.keys(await contents(to))).toContain("release/release.json");
});

test("a second run into a folder is refused, and told of the first, which goes on", async () => {
  const to = await emptyFolder();
  const from = await findFolder(files);
  const both = await Promise.allSettled([
    runPipeline({from, to, estimated: "left out"}),
    runPipeline({from, to, estimated: "left out"})
  ]);
  expect(both.map(({status}) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = both.find((one) => one.status === "rejected");
  expect(refused?.reason).toMatchObject({
    name: "UserError",
    message: expect.stringMatching(/another run into .* is still running \(process \d+ on .*, since 20/)
  });
});
