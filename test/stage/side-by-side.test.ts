import {readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {readSources} from "../../pipelines/sources.ts";
import {stage} from "../../pipelines/stage/staged.ts";
import {writeSample} from "../../pipelines/synthetic-england/write-sample.ts";
import {openWarehouse, rows} from "../../pipelines/warehouse.ts";
import {emptyFolder} from "../support/published-files.ts";

const sources = await readSources();

/** Everything that is staged from a folder on so many connections, each row in its place, and what is said of it. */
async function stageOn(connections: number, folder: string) {
  const {files} = await readFolderFiles(folder, sources, {
    work: await emptyFolder(),
    said: {now: new Date("2026-11-01")}
  });
  const {warehouse, connect, close} = await openWarehouse();
  try {
    // Less than one reader takes where it may choose: a small file needs no more, however many are read.
    await warehouse.run("set memory_limit = '150MB'");
    const others = await Promise.all(Array.from({length: connections - 1}, connect));
    const warnings = await stage(warehouse, files, sources, others);
    const tables = await rows<{name: string}>(
      warehouse,
      "select concat_ws('.', schema_name, table_name) as name from duckdb_tables() where not temporary order by name"
    );
    const held: Record<string, unknown> = {};
    for (const {name} of tables)
      [held[name]] = await rows(
        warehouse,
        `select count(*)::integer as n, md5(coalesce(string_agg(t::varchar, '\n' order by t.rowid), '')) as sum from ${name} as t`
      );
    return {warnings, held, files: files.length};
  } finally {
    close();
  }
}

test("sources that are read side by side give the same rows, in the same order, and the same is said of them", async () => {
  const folder = join(await emptyFolder(), "england");
  await writeSample(folder, {schools: 60, years: {first: 2017, last: 2019}}, {truth: false});
  // A cell that nobody can read, so that a file is left out, and something to say of another.
  const tables = join(folder, "performance_tables");
  for (const [ending, find, put] of [
    ["england_ks4final.csv", /,(\d+),/, ",soon,"],
    ["england_ks2final.csv", /\n$/, "\n,,,\n"]
  ] as const) {
    const name = (await readdir(tables)).find((one) => one.endsWith(ending))!;
    const text = await readFile(join(tables, name), "utf8");
    const [header, ...lines] = text.split("\n");
    await writeFile(join(tables, name), [header, lines.join("\n").replace(find, put)].join("\n"));
  }
  const alone = await stageOn(1, folder);
  expect(alone.files).toBeGreaterThan(10);
  expect(alone.warnings.length).toBeGreaterThan(0);
  expect(await stageOn(4, folder)).toEqual(alone);
});
