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
    await expect(changeOneList(folder, "median")).rejects.toThrow(UserError);
  });

  it("takes the last member off the list of median length, or off the longest, and leaves the partnerships", async () => {
    const lists = {rise_pairing: 3, subject_hub: 4, area_based: 6, research_school: 5};
    for (const [name, members] of Object.entries(lists)) {
      const lines = ["urn", ...Array.from({length: members}, (_, i) => i + 1)];
      await writeFile(join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
    }
    expect(await changeOneList(folder, "median")).toBe(join(folder, "subject_hub.csv"));
    expect(await readFile(join(folder, "subject_hub.csv"), "utf8")).toBe("urn\n1\n2\n3\n");
    expect(await changeOneList(folder, "longest")).toBe(join(folder, "area_based.csv"));
    expect(await readFile(join(folder, "area_based.csv"), "utf8")).toBe("urn\n1\n2\n3\n4\n5\n");
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
    const runs = ["first", "after the median list changed", "after the longest list changed", "unchanged"];
    const steps = runs.map((run, i) => ({
      run,
      step: "pipeline: all",
      seconds: 120 / (i + 1),
      processor: 90,
      megabytes: 1500
    }));
    const {id, summary, rows} = countryFound(steps, {schools: 24_000, command: "npm run bench -- country"});
    expect(summary).toMatch(
      /24,000 schools .* 2\.0 minutes and 1\.5 GB; after a list of median length has changed in 1\.0 minutes, after the longest has in 0\.7 minutes, unchanged in 0\.5 minutes/
    );
    expect(rows).toHaveLength(4);
    expect(rows[0].slice(-3)).toEqual([600, 4000, 3780]);
    expect(rows[2].slice(-3)).toEqual([null, null, null]);
    expect(id).toBe("country-24000");
  });
});
