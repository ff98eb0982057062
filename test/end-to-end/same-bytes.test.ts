import {cp} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {readPart} from "../../pipelines/files/read-part.ts";
import {listFiles} from "../../pipelines/read/list-files.ts";
import {runPipeline} from "../../pipelines/run.ts";
import {runChild} from "../../pipelines/validation/faults/run-child.ts";
import type {ResultIndex} from "../../src/release/result-index.ts";
import {contents, runOn} from "../support/pipeline-run.ts";
import {emptyFolder, ks4File, ks4Row} from "../support/published-files.ts";
import {writeSmallEngland} from "../support/small-england.ts";
import {makeZip} from "../support/zip-bytes.ts";

const differing = (one: Record<string, string>, two: Record<string, string>): string[] =>
  Object.keys({...one, ...two}).filter((path) => one[path] !== two[path]);

/** A copy of the files of a folder, put there last first. */
async function copiedBackwards(folder: string): Promise<string> {
  const copy = join(await emptyFolder(), "published");
  for (const {file} of (await listFiles(folder)).reverse()) await cp(join(folder, file), join(copy, file));
  return copy;
}

test(
  "one folder and one that was filled in another order, one worker and several, in other zones and languages: one release to the byte",
  {timeout: 600_000},
  async () => {
    const folder = await emptyFolder();
    const from = join(folder, "published");
    // Of what comes every year, but for key stage 4, the last years alone: every dataset is there, and estimates are made.
    await writeSmallEngland(from, {
      schools: 30,
      leftOut:
        /\/20(1[0-6]-.*_(abs|swf)|(1|2[0-2]).*_(census|ks2final|ks5final|ks5-studest(-he)?)|1[0-3].*_ks4final)\.csv$|_202[1-3]-\d\d_\S*\.xlsx$/
    });
    await runPipeline({from, to: join(folder, "out"), workers: 1});
    const other = await emptyFolder();
    const env = {TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8"};
    const args = ["pipeline", "--from", await copiedBackwards(from), "--to", join(other, "out")];
    const {code, stderr} = await runChild(args, {env});
    expect([code, stderr]).toEqual([0, ""]);
    const one = await contents(join(folder, "out/release"));
    expect(Object.keys(one).length).toBeGreaterThan(100);
    const {columns} = readPart<ResultIndex>(join(folder, "out/release/results.json"));
    expect(columns.from.filter((value) => value !== null).length, "results").toBeGreaterThan(20);
    expect(differing(one, await contents(join(other, "out/release")))).toEqual([]);
  }
);

test("zipped or not, and under other names: one release to the byte, but for the names of the files", async () => {
  const files = {
    "2016-2017_england_ks4final.csv": ks4File(ks4Row(900001), ks4Row(900002)),
    "2018-2019_england_ks4final.csv": ks4File(ks4Row(900002), ks4Row(900001))
  };
  const renamed = {
    "z/2016-17 england_ks4final (1).csv": files["2016-2017_england_ks4final.csv"],
    "a/2018-19 england_ks4final.csv": files["2018-2019_england_ks4final.csv"]
  };
  const [plain, ...others] = await Promise.all(
    [files, {"all.zip": makeZip(files)}, renamed].map((given) => runOn(given))
  );
  const before = await contents(join(plain.to, "release"));
  for (const {to} of others) {
    const named = ["sources.json"];
    expect(differing(before, await contents(join(to, "release"))).filter((path) => !named.includes(path))).toEqual([]);
  }
});
