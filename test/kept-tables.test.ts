import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {runPipeline} from "../pipelines/run.ts";
import {contents} from "./support/pipeline-run.ts";
import {emptyFolder, exclusionsHeader, exclusionsRow, findFolder, lines} from "./support/published-files.ts";

const years = (...all: string[]) => lines(exclusionsHeader, ...all.map((year) => exclusionsRow(9014001, {year})));

/** Runs on a folder into another, and says which steps were taken over from the run before. */
async function run(from: string, to: string): Promise<string[]> {
  const log: string[] = [];
  await runPipeline({from, to, estimated: "left out", log: (line) => log.push(line)});
  return log.filter((line) => line.endsWith("as before")).map((line) => line.split(" ")[0]);
}

describe("tables of an earlier run", () => {
  it("stay with the release while published files and code stay, and what was said is said again", async () => {
    const from = await findFolder({"exclusions.csv": years("201415", "201516")});
    const to = join(await emptyFolder(), "out");
    expect(await run(from, to)).toEqual([]);
    const first = await contents(join(to, "release"));
    expect(await run(from, to)).toEqual(["release"]);
    expect(await contents(join(to, "release"))).toEqual(first);
  });

  it("are taken over where the release was touched, to the same release", async () => {
    const from = await findFolder({"exclusions.csv": years("201415", "201516")});
    const to = join(await emptyFolder(), "out");
    const said: string[] = [];
    await runPipeline({from, to, estimated: "left out", log: (line) => said.push(line)});
    const first = await contents(join(to, "release"));
    await writeFile(join(to, "release/summary.json"), "{}");
    expect(await run(from, to)).toEqual(["staged", "reconciliation", "school", "outcome"]);
    expect(await contents(join(to, "release"))).toEqual(first);
    const again: string[] = [];
    await runPipeline({from, to, estimated: "left out", log: (line) => again.push(line)});
    expect(again.filter((line) => /Schools through time|Roles/.test(line))).toEqual(
      said.filter((line) => /Schools through time|Roles/.test(line))
    );
    expect(again).toContain("release          as before");
  });

  it("are taken over after a list has changed, whose members are read anew", async () => {
    const header =
      "partnership_id,partnership_name,partnership_kind,urn,role,from_date,to_date,date_precision,cost_per_year,source_url,source_date,evidence,note";
    const list = (name: string) => lines(header, `p1,${name},federation,900001,member,2014-09-01,,day,,,,,`);
    const from = await findFolder({"exclusions.csv": years("201415", "201516"), "members.csv": list("First")});
    const to = join(await emptyFolder(), "out");
    await run(from, to);
    await writeFile(join(from, "members.csv"), list("Second"));
    expect(await run(from, to)).toContain("outcome");
    const released = Object.values(await contents(join(to, "release"))).map((hex) =>
      Buffer.from(hex, "hex").toString()
    );
    expect(released.some((text) => text.includes("Second"))).toBe(true);
  });

  it("are made again once a published file has changed", async () => {
    const from = await findFolder({"exclusions.csv": years("201415", "201516")});
    const to = join(await emptyFolder(), "out");
    await run(from, to);
    await writeFile(join(from, "exclusions.csv"), years("201415", "201516", "201617"));
    expect(await run(from, to)).toEqual([]);
  });

  it("are made again where the earlier warehouse cannot be read, which is said", async () => {
    const from = await findFolder({"exclusions.csv": years("201415")});
    const to = join(await emptyFolder(), "out");
    await run(from, to);
    await writeFile(join(to, "schools.duckdb"), "no longer a warehouse");
    const log: string[] = [];
    await runPipeline({from, to, estimated: "left out", log: (line) => log.push(line)});
    expect(log.join("\n")).toMatch(/schools\.duckdb could not be read/);
    expect((await readFile(join(to, "schools.duckdb"))).length).toBeGreaterThan(1000);
  });
});
