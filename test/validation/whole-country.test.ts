import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {readProcessorSeconds} from "../../pipelines/validation/synthetic-england.ts";
import {changeOneList, countryFound} from "../../pipelines/validation/whole-country.ts";
import {UserError} from "../../src/library/errors.ts";

const folder = await mkdtemp(join(tmpdir(), "pav-lists-"));
afterAll(() => rm(folder, {recursive: true, force: true}));

describe("changeOneList(folder)", () => {
  it("refuses a folder without a list of members", async () => {
    await writeFile(join(folder, "partnerships.csv"), "id\n1\n2\n3\n");
    await expect(changeOneList(folder)).rejects.toThrow(UserError);
  });

  it("takes the last member off one list, and leaves the partnerships", async () => {
    await writeFile(join(folder, "rise_pairing.csv"), "urn\n1\n2\n3\n");
    expect(await changeOneList(folder)).toBe(join(folder, "rise_pairing.csv"));
    expect(await readFile(join(folder, "rise_pairing.csv"), "utf8")).toBe("urn\n1\n2\n");
    expect(await readFile(join(folder, "partnerships.csv"), "utf8")).toBe("id\n1\n2\n3\n");
  });
});

describe("readProcessorSeconds(pid)", () => {
  it.runIf(process.platform === "linux")("grows while a process works, and is that of no process 0", async () => {
    const before = await readProcessorSeconds(process.pid);
    const end = performance.now() + 60;
    while (performance.now() < end) Math.sqrt(end);
    const after = await readProcessorSeconds(process.pid);
    expect(after).toBeGreaterThan(before);
    expect(before).toBeGreaterThan(0);
    expect(await readProcessorSeconds(2 ** 22)).toBe(0);
  });
});

describe("countryFound(steps, terms)", () => {
  it("tells the whole runs in the summary and every step in the rows", () => {
    const runs = ["first", "after one changed list", "unchanged"];
    const steps = runs.map((run, i) => ({
      run,
      step: "pipeline: all",
      seconds: 120 / (i + 1),
      processor: 90,
      megabytes: 1500
    }));
    const {id, summary, rows} = countryFound(steps, {schools: 24_000, command: "npm run bench -- country"});
    expect(summary).toMatch(
      /24,000 schools .* 2\.0 minutes and 1\.5 GB; after one changed list in 1\.0 minutes, unchanged in 0\.7 minutes/
    );
    expect(rows).toHaveLength(3);
    expect(id).toBe("country-24000");
  });
});
