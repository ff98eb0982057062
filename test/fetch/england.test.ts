import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import type {Outcome} from "../../pipelines/fetch/fetch.ts";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import type {FilesRead} from "../../pipelines/read/published-file.ts";
import {writeSample} from "../../pipelines/synthetic-england/write-sample.ts";
import {readSources} from "../../pipelines/sources.ts";
import {emptyFolder} from "../support/published-files.ts";
import type {Route} from "../support/publishers/asked.ts";
import {calmContext} from "../support/publishers/calm-context.ts";
import {groundFor, reported, type Ground} from "../support/publishers/fetch-run.ts";
import {makePublishers} from "../support/publishers/made-england.ts";
import {startPublishers, type LocalPublishers} from "../support/publishers/server.ts";

// A small synthetic England, at its publishers: fetched, and read as the pipeline reads it.

const sources = await readSources();
const contents = ({files}: FilesRead): string[] =>
  files.map(({source, year, sha256}) => `${source.id} ${year} ${sha256}`).sort();
const read = async (folder: string): Promise<FilesRead> =>
  readFolderFiles(folder, sources, {work: await emptyFolder(), said: {}});

let published: FilesRead;
let byHand: string[];
let local: LocalPublishers;
let ground: Ground;
let outcome: Outcome;

beforeAll(async () => {
  const folder = join(await emptyFolder(), "sample");
  await writeSample(folder, {schools: 60});
  published = await read(folder);
  const routes: Route[] = [];
  local = await startPublishers((asked) => routes.map((route) => route(asked)).find((r) => r !== null) ?? null);
  const stocked = await makePublishers(published.files, folder, {day: "20261119", origin: () => local.origin});
  routes.push(...stocked.routes);
  byHand = stocked.byHand;
  ground = await groundFor(sources, calmContext(local, {tries: 2}));
  outcome = await ground.fetch();
}, 240_000);

describe("a made-up England that was fetched", () => {
  test("is known to the pipeline, every file of it", async () => {
    const {unknown} = await read(ground.options.to);
    expect(unknown).toEqual([]);
  });

  test("is what was published, but for what comes by hand alone", async () => {
    const fetched = new Set(contents(await read(ground.options.to)));
    const lost = published.files.filter(
      (file) => !byHand.includes(file.file) && !contents({files: [file]} as FilesRead).some((c) => fetched.has(c))
    );
    expect(lost.map(({file}) => file)).toEqual([]);
  });

  test("comes by hand where it did not: nothing else is missing than what the sample has not", () => {
    const ids = new Set(outcome.delivered.map(({path}) => path.split("/")[0]));
    const held = new Set(published.files.filter(({file}) => !byHand.includes(file)).map(({source}) => source.id));
    expect([...held].filter((id) => !ids.has(id))).toEqual([]);
  });

  test("is listed, file by file", async () => {
    expect((await ground.locked()).map(({path}) => path)).toEqual(outcome.delivered.map(({path}) => path).sort());
  });

  test("is there a second time, with no file downloaded", async () => {
    const again = reported(await ground.fetch());
    expect([again.came, again.kept.length]).toEqual([[], outcome.delivered.length]);
  });
});
