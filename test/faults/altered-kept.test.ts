import {readdir, readFile, truncate, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {computeHash, openAnswers} from "../../pipelines/cache/kept-answers.ts";
import {runPipeline} from "../../pipelines/run.ts";
import {openDuckDB} from "../../pipelines/warehouse.ts";
import {contents} from "../support/pipeline-run.ts";
import {emptyFolder, findFolder, ks4File, ks4Row} from "../support/published-files.ts";

const alter: Record<string, (path: string) => Promise<void>> = {
  altered: async (path) => writeFile(path, (await readFile(path, "utf8")).replace("1.25", "9.25")),
  "cut off": (path) => truncate(path, 70),
  empty: (path) => truncate(path, 0),
  "without its checksum": (path) => writeFile(path, '{"effect": 9.25}')
};

test.each(Object.keys(alter))("a kept answer that is %s is made again, with a line", async (how) => {
  const folder = await emptyFolder();
  const said: string[] = [];
  const take = async () => {
    const kept = await openAnswers(folder, {log: (line) => said.push(line)});
    const {answer} = kept.take("inputs", async () => '{"effect": 1.25}');
    return {text: String(await (await answer)()), ...(await kept.close())};
  };
  await take();
  expect(await take()).toEqual({text: '{"effect": 1.25}', made: 0, reused: 1});
  const [name] = await readdir(folder);
  await alter[how](join(folder, name));
  expect(await take()).toEqual({text: '{"effect": 1.25}', made: 1, reused: 0});
  expect(said).toEqual([expect.stringMatching(/\.json is not as it was kept: made again/)]);
  expect(await take()).toEqual({text: '{"effect": 1.25}', made: 0, reused: 1});
});

test("kept answers that changed names are made again, with a line each", async () => {
  const folder = await emptyFolder();
  const said: string[] = [];
  const take = async () => {
    const kept = await openAnswers(folder, {log: (line) => said.push(line)});
    const [one, other] = [1, 2].map((effect) => kept.take(effect, async () => JSON.stringify({effect})));
    return [String(await (await one.answer)()), String(await (await other.answer)())];
  };
  const answers = await take();
  const [one, other] = (await readdir(folder)).map((name) => join(folder, name));
  const text = await readFile(one, "utf8");
  await writeFile(one, await readFile(other, "utf8"));
  await writeFile(other, text);
  expect(await take()).toEqual(answers);
  expect(said).toHaveLength(2);
});

test.each([
  [{a: "x", b: "y"}, {a: "x;b:string y"}],
  [
    ["x", "y"],
    ["x;string y", ""]
  ],
  [{a: {b: 1}, c: 2}, {a: {b: 1, c: 2}}]
])("%j is not taken for %j", (one, other) => expect(computeHash(one)).not.toBe(computeHash(other)));

test("kept tables that were altered since are made again, with a line, to the same release", async () => {
  const from = await findFolder({"2018-2019_england_ks4final.csv": ks4File(ks4Row(900001), ks4Row(900002))});
  const to = join(await emptyFolder(), "out");
  const run = async () => {
    const said: string[] = [];
    await runPipeline({from, to, estimated: "left out", log: (line) => said.push(line)});
    return said.join("\n");
  };
  await run();
  const first = await contents(join(to, "release"));
  const {warehouse, close} = await openDuckDB(join(to, "schools.duckdb"));
  await warehouse.run("update outcome set value = value + 9 where value is not null");
  close();
  expect(await run()).toContain("schools.duckdb is not as the last run left it, so all its tables are made again");
  expect(await contents(join(to, "release"))).toEqual(first);
  expect(await run()).toContain("as before");
});
