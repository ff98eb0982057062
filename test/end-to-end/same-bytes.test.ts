import {join} from "node:path";
import {expect, test} from "vitest";
import {runPipeline} from "../../pipelines/run.ts";
import {writeSample} from "../../pipelines/synthetic-england/write-sample.ts";
import {contents} from "../support/pipeline-run.ts";
import {emptyFolder} from "../support/published-files.ts";

test("the same input in two folders, with one worker and with two, is the same release to the byte", async () => {
  const [first, second] = [await emptyFolder(), await emptyFolder()];
  for (const folder of [first, second]) await writeSample(join(folder, "published"), {schools: 60});
  await runPipeline({from: join(first, "published"), to: join(first, "out"), workers: 1});
  await runPipeline({from: join(second, "published"), to: join(second, "out"), workers: 2});
  const [one, two] = [await contents(join(first, "out/release")), await contents(join(second, "out/release"))];
  expect(Object.keys(one).length).toBeGreaterThan(100);
  const differing = Object.keys({...one, ...two}).filter((path) => one[path] !== two[path]);
  expect(differing).toEqual([]);
}, 400_000);
