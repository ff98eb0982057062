import {cp, readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, it, onTestFinished, vi} from "vitest";
import {downloadTables} from "../pipelines/release/downloads/tables.ts";
import {runPipeline} from "../pipelines/run.ts";
import {openDuckDB, resolveFromPipelines, rows} from "../pipelines/warehouse.ts";
import {contents} from "./support/pipeline-run.ts";
import {emptyFolder, exclusionsHeader, exclusionsRow, findFolder, lines} from "./support/published-files.ts";

const years = (...all: string[]) => lines(exclusionsHeader, ...all.map((year) => exclusionsRow(9014001, {year})));

const listHeader =
  "partnership_id,partnership_name,partnership_kind,urn,role,from_date,to_date,date_precision,cost_per_year,source_url,source_date,evidence,note";
const list = (name: string) => lines(listHeader, `p1,${name},federation,900001,member,2014-09-01,,day,,,,,`);

/** Runs on a folder into another, and gives what was said. */
async function say(from: string, to: string): Promise<string[]> {
  const log: string[] = [];
  await runPipeline({from, to, estimated: "left out", log: (line) => log.push(line)});
  return log;
}

const listKept = (said: readonly string[]): string[] =>
  said.filter((line) => line.endsWith("as before")).map((line) => line.split(" ")[0]);

/** The same, and says which steps were taken over from the run before. */
const run = async (from: string, to: string): Promise<string[]> => listKept(await say(from, to));

describe("tables of an earlier run", () => {
  let earlier: {from: string; to: string; said: string[]; first: Record<string, string>};

  beforeAll(async () => {
    const from = await findFolder({"exclusions.csv": years("201415", "201516")});
    const to = join(await emptyFolder(), "out");
    const said = await say(from, to);
    earlier = {from, to, said, first: await contents(join(to, "release"))};
  });

  /** Copies of the published files and of what that run made of them. */
  async function copyEarlier(): Promise<{from: string; to: string}> {
    const [from, to] = [await emptyFolder(), join(await emptyFolder(), "out")];
    await cp(earlier.from, from, {recursive: true});
    await cp(earlier.to, to, {recursive: true, preserveTimestamps: true});
    return {from, to};
  }

  it("stay with the release while published files and code stay, and what was said is said again", async () => {
    const {from, to} = await copyEarlier();
    expect(listKept(earlier.said)).toEqual([]);
    expect(await run(from, to)).toEqual(["release"]);
    expect(await contents(join(to, "release"))).toEqual(earlier.first);
  });

  it("stay without a file being read where all files stand as they did, and the same is said", async () => {
    const {from, to} = await copyEarlier();
    vi.useFakeTimers({toFake: ["Date"], now: Date.now() + 60_000});
    onTestFinished(() => void vi.useRealTimers());
    const again = await say(from, to);
    const path = join(to, "release.made-from.json");
    const note = JSON.parse(await readFile(path, "utf8")) as {hash: string};
    await writeFile(path, JSON.stringify({...note, hash: "other contents"}));
    expect(await say(from, to)).toEqual(again);
    await writeFile(join(from, "exclusions.csv"), years("201415", "201617"));
    expect(await run(from, to)).toEqual([]);
  });

  it("are all that downloads of published files alone are made from", async () => {
    const {warehouse, close} = await openDuckDB(join(earlier.to, "schools.duckdb"), {access_mode: "READ_ONLY"});
    const made = await rows<{name: string}>(warehouse, "select name from kept.made");
    close();
    const names = made.map(({name}) => name);
    for (const {id} of downloadTables.filter(({published}) => published)) {
      const sql = await readFile(resolveFromPipelines(`release/downloads/${id}.sql`), "utf8");
      const read = [...sql.replace(/^--.*$/gm, "").matchAll(/\b(?:from|join) (\w+)/g)].map(([, name]) => name);
      expect(read.length).toBeGreaterThan(0);
      expect(names).toEqual(expect.arrayContaining(read));
    }
  });

  it("are taken over where the release was touched, to the same release", async () => {
    const {from, to} = await copyEarlier();
    await writeFile(join(to, "release/summary.json"), "{}");
    expect(await run(from, to)).toEqual(["staged", "reconciliation", "school", "outcome"]);
    expect(await contents(join(to, "release"))).toEqual(earlier.first);
    const again = await say(from, to);
    expect(again.filter((line) => /Schools through time|Roles/.test(line))).toEqual(
      earlier.said.filter((line) => /Schools through time|Roles/.test(line))
    );
    expect(again).toContain("release          as before");
  });

  it("are taken over after a list has changed, whose members are read anew", async () => {
    const {from, to} = await copyEarlier();
    await writeFile(join(from, "members.csv"), list("First"));
    await run(from, to);
    await writeFile(join(from, "members.csv"), list("Second"));
    expect(await run(from, to)).toContain("outcome");
    const released = Object.values(await contents(join(to, "release"))).map((hex) =>
      Buffer.from(hex, "hex").toString()
    );
    expect(released.some((text) => text.includes("Second"))).toBe(true);
  });

  it("are taken over where the list alone is read, and made again from all files where they are lost", async () => {
    const {from, to} = await copyEarlier();
    await writeFile(join(from, "members.csv"), list("First"));
    vi.useFakeTimers({toFake: ["Date"], now: Date.now() + 60_000});
    onTestFinished(() => void vi.useRealTimers());
    await run(from, to);
    await writeFile(join(from, "members.csv"), list("Second"));
    vi.setSystemTime(Date.now() + 60_000);
    expect(await run(from, to)).toEqual(["staged", "reconciliation", "school", "outcome"]);
    const released = await contents(join(to, "release"));
    await rm(join(to, "schools.duckdb"));
    expect(await run(from, to)).toEqual([]);
    expect(await contents(join(to, "release"))).toEqual(released);
    const anew = join(await emptyFolder(), "out");
    await run(from, anew);
    expect(await contents(join(anew, "release"))).toEqual(released);
  });

  it("are made again once a published file has changed", async () => {
    const {from, to} = await copyEarlier();
    await writeFile(join(from, "exclusions.csv"), years("201415", "201516", "201617"));
    expect(await run(from, to)).toEqual([]);
  });

  it("are made again where the earlier warehouse cannot be read, which is said", async () => {
    const {from, to} = await copyEarlier();
    await writeFile(join(to, "schools.duckdb"), "no longer a warehouse");
    const log = await say(from, to);
    expect(log.join("\n")).toMatch(/schools\.duckdb could not be read/);
    expect((await readFile(join(to, "schools.duckdb"))).length).toBeGreaterThan(1000);
  });
});
