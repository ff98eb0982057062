import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {decode} from "../read/decode.ts";
import {readFolderFiles} from "../read/read-folder.ts";
import type {PublishedFile} from "../read/published-file.ts";
import {readSources} from "../sources.ts";
import {shareMachine} from "../share-machine.ts";
import {stage} from "../stage/staged.ts";
import {openDuckDB, openWarehouse, quote} from "../warehouse.ts";

/**
 * One reading of a folder, in a process of its own so that its peak memory is
 * its own: `typed` as the pipeline does it, `bare` as DuckDB’s read_csv does it
 * with every cell as text, on text decoded beforehand; into tables in memory or
 * in a file. Prints seconds and megabytes as JSON.
 */
const [manner, where, folder, work, times] = process.argv.slice(2) as [string, string, string, string, string];
const database = (name: string) => (where === "memory" ? ":memory:" : join(work, `${name}.duckdb`));
const sources = await readSources();
const files: PublishedFile[] = [];
const start = performance.now();
let bytes = 0;
for (let i = 0; i < Number(times); i++) {
  const read = await readFolderFiles(folder, sources, {work: join(work, String(i)), said: {}});
  files.push(...read.files);
  bytes += read.bytes;
}
const seconds = manner === "typed" ? await readTyped(start) : await readBare();
console.log(JSON.stringify({seconds, megabytes: process.resourceUsage().maxRSS / 1024}));

async function readTyped(from: number): Promise<number> {
  const {warehouse, connect, close} = await openWarehouse(database("typed"));
  const {others} = await shareMachine(warehouse, {connect, bytes});
  await stage(warehouse, files, sources, others);
  close();
  return (performance.now() - from) / 1000;
}

async function readBare(): Promise<number> {
  const texts: string[] = [];
  for (const [i, {text, encoding}] of files.entries()) {
    const decoded = join(work, `bare-${i}.csv`);
    if (encoding === "utf-8") texts.push(text);
    else {
      await writeFile(decoded, decode(await readFile(text), "utf-8"));
      texts.push(decoded);
    }
  }
  const {warehouse, close} = await openDuckDB(database("bare"));
  const begin = performance.now();
  for (const [i, text] of texts.entries()) {
    await warehouse.run(
      `create table t${i} as select * from read_csv(${quote(text)}, all_varchar = true, header = true, delim = ',', quote = '"', null_padding = true)`
    );
  }
  close();
  return (performance.now() - begin) / 1000;
}
