import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {cp, readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import Papa from "papaparse";
import {beforeAll, describe, expect, test} from "vitest";
import {once} from "../../../src/once.ts";
import {downloadTables} from "../../../pipelines/release/downloads/tables.ts";
import {design} from "../../../src/design.ts";
import {emptyFolder} from "../../support/published-files.ts";
import {sampleRelease} from "../../support/sample-release.ts";

const runs = (command: string, ...options: string[]) => spawnSync(command, options).status === 0;
const python = ["python3", "/usr/bin/python3"].find((command) => runs(command, "-c", "import numpy")) ?? null;

const languages = [
  {file: "reproduce.R", command: "Rscript", isThere: runs("Rscript", "--version"), needs: " (needs Rscript)"},
  {file: "reproduce.py", command: python ?? "python3", isThere: python !== null, needs: " (needs Python with numpy)"}
];

let download: string;
beforeAll(async () => {
  download = join(await sampleRelease(), "download");
});

test("both programs hold the plan in force, and are in ASCII, whatever encoding a machine has", async () => {
  for (const {file} of languages) {
    const text = await readFile(join(download, file), "utf8");
    expect(text).not.toContain("<constants>");
    expect([...text].filter((letter) => letter > "~")).toEqual([]);
    for (const event_time of design.base) expect(text).toContain(String(event_time));
    expect(text).toContain(String(design.tolerances.copy));
  }
});

describe.each(languages)("$file, from the downloads alone$needs", ({file, command, isThere}) => {
  const run = (folder: string, ...options: string[]) => {
    const {status, stdout, stderr} = spawnSync(command, [join(folder, file), ...options], {
      encoding: "utf8",
      maxBuffer: 1e8
    });
    return {status, stdout, stderr};
  };

  test.skipIf(!isThere)("works out every result of the sample again, to 1e-8, and what pages print", async () => {
    const {status, stdout} = run(download);
    const all = await headlines(download);
    const ids = all.filter(({own_records}) => own_records === "false").map(({id}) => id);
    expect(ids.length).toBeGreaterThan(100);
    const printed = stdout.split("\n").flatMap((line) => /^(\S+\.\S+) {2}A /.exec(line)?.[1] ?? []);
    expect(printed.sort()).toEqual(ids.sort());
    expect(largest(stdout, "points")).toBeLessThanOrEqual(1e-8);
    expect(largest(stdout, "standard errors")).toBeLessThanOrEqual(1e-8);
    expect(stdout).toContain("schools or degrees of freedom that differ: 0");
    expect(stdout).toMatch(/results\.csv, to 5 digits, differs in: 0/);
    expect(status).toBe(0);
  });

  describe.skipIf(!isThere)("of a few results", () => {
    let few: string;
    let all: Record<string, string>[];
    beforeAll(async () => {
      few = await fewResults();
      all = await headlines(few);
    });

    test("prints one result alone, by its id or by what it is of", () => {
      expect(all.length).toBeGreaterThan(1);
      const [one] = all;
      const byId = run(few, few, "--result", one["id"]);
      expect([byId.status, byId.stdout]).toEqual([0, expect.stringContaining("\n1 result\n")]);
      const {partnership_type, role, phase, measure} = one;
      const named = run(few, `type=${partnership_type}`, `role=${role}`, `phase=${phase}`, `measure=${measure}`);
      expect(named.stdout).toBe(byId.stdout);
    });

    test("finds that a value was changed, and says what is missing", async () => {
      const folder = await emptyFolder();
      await cp(few, folder, {recursive: true});
      const [{id, measure}] = all.filter(({scale}) => scale === "native");
      const path = join(folder, "outcomes.csv");
      const rows = await readTable(folder, "outcomes");
      const changed = rows.map((row) =>
        row["measure"] === measure && row["value"] ? {...row, value: String(Number(row["value"]) * 1.01)} : row
      );
      expect(largest(run(folder, "--result", id).stdout, "points")).toBeLessThanOrEqual(1e-8);
      await writeFile(path, Papa.unparse(changed));
      const off = run(folder, "--result", id);
      expect([off.status, largest(off.stdout, "points") > 1e-8]).toEqual([1, true]);
      const lines = Papa.unparse(rows.slice(0, 50)).split(/\r?\n/);
      for (const [damage, text] of [
        ["nothing", ""],
        ["a row cut short", [...lines.slice(0, 9), lines[9].slice(0, 8)].join("\n")],
        ["a row with a cell more", [...lines.slice(0, 9), `${lines[9]},1`, ...lines.slice(10)].join("\n")],
        ["a word for a number", [lines[0], lines[1].replaceAll(/\d+/g, "many"), ...lines.slice(2)].join("\n")]
      ]) {
        await writeFile(path, `${text}\n`);
        const {status, stderr} = run(folder, "--result", id);
        expect([status, stderr], damage).toEqual([2, expect.stringMatching(/outcomes\.csv[^]*fix: take/)]);
        expect(stderr, damage).not.toMatch(/Traceback|Calls:/);
      }
      await writeFile(path, Papa.unparse(rows));
      const estimates = await readFile(join(folder, "estimates.csv"), "utf8");
      const isOne = (line: string) => line.includes(id) && line.includes(",overall,");
      const others = estimates.split("\n");
      for (const [damage, text, status] of [
        ["two rows of one result", others.flatMap((line) => (isOne(line) ? [line, line] : [line])).join("\n"), 2],
        ["nothing but a header", `${others[0]}\n`, 2]
      ] as const) {
        await writeFile(join(folder, "estimates.csv"), text);
        const answer = run(folder, "--result", id);
        expect([answer.status, answer.stderr], damage).toEqual([
          status,
          expect.stringMatching(/estimates\.csv[^]*fix: take/)
        ]);
      }
      await rm(path);
      const lacking = run(folder, "--result", id);
      expect([lacking.status, lacking.stderr]).toEqual([2, expect.stringContaining("outcomes.csv")]);
      expect(run(few, "--result", "nothing.at.all").status).toBe(2);
      expect(run(few, "--nonsense").status).toBe(2);
    });
  });
});

/** A folder with the programs and what they need for the secondary results of one partnership type, which takes them a tenth of the time. */
const fewResults = once(async (): Promise<string> => {
  const folder = await emptyFolder();
  await cp(download, folder, {recursive: true, filter: (path) => !/\.(parquet|arrow)$/.test(path)});
  const all = await headlines(download);
  const own = all.filter(({phase, own_records}) => phase === "secondary" && own_records === "false");
  const kept = own.filter(
    ({partnership_type, role}) => partnership_type === own[0].partnership_type && role === own[0].role
  );
  const ids = new Set(kept.map(({id}) => id));
  const measures = new Set([...kept.map(({measure}) => measure), ...Object.values(design.past).flat()]);
  const isKept: Record<string, (row: Record<string, string>) => boolean> = {
    headlines: ({id}) => ids.has(id),
    estimates: ({id}) => ids.has(id),
    results: ({partnership_type}) => partnership_type === own[0]["type_label"],
    outcomes: ({measure, phase}) => measures.has(measure) && phase === "secondary"
  };
  for (const [table, isIn] of Object.entries(isKept)) {
    const rows = (await readTable(folder, table)).filter(isIn);
    await rm(join(folder, `${table}.csv.gz`), {force: true});
    await writeFile(join(folder, `${table}.csv`), Papa.unparse(rows));
  }
  return folder;
});

/** The rows of a table of the downloads, compressed or not. */
async function readTable(folder: string, table: string): Promise<Record<string, string>[]> {
  const path = join(folder, `${table}.csv`);
  const text = existsSync(path) ? await readFile(path) : gunzipSync(await readFile(`${path}.gz`));
  return Papa.parse<Record<string, string>>(text.toString("utf8").replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: true
  }).data;
}

const headlines = (folder: string) => readTable(folder, "headlines");

const largest = (text: string, of: string): number =>
  Number(new RegExp(`largest difference of ${of}: (\\S+)`).exec(text)?.[1]?.replace("Inf", "Infinity"));

test("the columns that the programs read are those of the downloads", async () => {
  const text = await readFile(join(download, "reproduce.py"), "utf8");
  const [, json] = /"columns": (\{.*\}),/.exec(text)!;
  for (const [id, columns] of Object.entries(JSON.parse(json) as Record<string, string[]>)) {
    const labels = Object.keys(downloadTables.find((table) => table.id === id)!.columns);
    expect(
      columns.filter((column) => !labels.includes(column)),
      id
    ).toEqual([]);
  }
});
