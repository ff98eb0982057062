import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {runPipeline} from "../../pipelines/run.ts";
import {openDuckDB, rows} from "../../pipelines/warehouse.ts";
import {contents} from "../support/pipeline-run.ts";
import {emptyFolder} from "../support/published-files.ts";
import {writeSmallEngland} from "../support/small-england.ts";

const LIST = "lists/area_based_partnership.csv";

/** All rows of what was estimated from, in an order of their own. */
async function readRows(to: string): Promise<unknown> {
  const {warehouse, close} = await openDuckDB(join(to, "schools.duckdb"), {access_mode: "READ_ONLY"});
  const read = async (table: string) => rows(warehouse, `select * from ${table} order by all`);
  const found = {excess: await read("excess"), expected: await read("expected_change")};
  close();
  return found;
}

test("after a list has changed, release and warehouse are as if they were made anew", async () => {
  const [from, to, anew] = [await emptyFolder(), await emptyFolder(), await emptyFolder()];
  await writeSmallEngland(from, {
    schools: 60,
    leftOut: /^(ees|finance|ofsted)|_(abs|census|ks2\w*|ks5[\w-]*|ks4-pupdest|swf)\.csv$/
  });
  const run = async (out: string) => {
    const said: string[] = [];
    await runPipeline({from, to: join(out, "out"), log: (line) => said.push(line)});
    return said.find((line) => /parts made/.test(line));
  };
  await run(to);
  const before = await readRows(join(to, "out"));
  const members = (await readFile(join(from, LIST), "utf8")).trimEnd().split("\n");
  await writeFile(join(from, LIST), `${members.slice(0, members.length / 2).join("\n")}\n`);
  const said = await run(to);
  expect(said).toMatch(/ [1-9]\d* parts made, [1-9]\d* as before/);
  await run(anew);
  expect(await contents(join(to, "out/release"))).toEqual(await contents(join(anew, "out/release")));
  const after = await readRows(join(to, "out"));
  expect(after).not.toEqual(before);
  expect(after).toEqual(await readRows(join(anew, "out")));
}, 400_000);
