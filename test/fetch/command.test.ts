import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {emptyFolder} from "../support/published-files.ts";

const run = (...args: string[]): Promise<{code: number; stdout: string; stderr: string}> =>
  new Promise((resolve) =>
    execFile(process.execPath, ["pipelines/pav.js", ...args], (error, stdout, stderr) =>
      resolve({code: error ? Number(error.code) : 0, stdout, stderr})
    )
  );

describe("pav fetch", () => {
  test("says with --dry-run what it would ask for, and writes nothing", async () => {
    const to = join(await emptyFolder(), "raw");
    const {code, stdout} = await run(
      "fetch",
      "ks4_performance",
      "gias_links",
      "--years",
      "2018-2019",
      "--dry-run",
      "--to",
      to
    );
    expect([code, existsSync(to)]).toEqual([0, false]);
    expect(stdout).toContain("filters=ks4,Census&fileformat=csv&year=2018-2019");
    expect(stdout).toContain(
      "3 things to fetch, about 3 MB, and 1 of a size not known: about 1 minute at 20 megabits a second; nothing was asked for"
    );
  });

  test.each([
    ["2026-11-29", "2025-2026", "2026-2027", "CFR_2025-26", "CFR_2026-27"],
    ["2027-11-29", "2026-2027", "2027-2028", "CFR_2026-27", "CFR_2027-28"]
  ])("asks on %s for all years to %s, with --dry-run", async (today, newest, beyond, workbook, later) => {
    const {code, stdout, stderr} = await run("fetch", "--all", "--dry-run", "--today", today);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`year=${newest}`);
    expect(stdout).not.toContain(`year=${beyond}`);
    expect(stdout).toContain(workbook);
    expect(stdout).not.toContain(later);
    expect(stdout).toContain("rows of the version published last of the API data set 019e7403");
    expect(stdout).toMatch(
      /\d+ things to fetch, about \d+ MB.*: about \d+ minutes at 20 megabits a second; nothing was/
    );
  });

  test("is refused a year of which nothing can be out, with the newest that can", async () => {
    const {code, stderr} = await run("fetch", "--years", "2027", "--dry-run", "--today", "2026-11-29");
    expect(code).toBe(1);
    expect(stderr).toContain("nothing is published yet of the year that ends in 2027");
  });

  test.each([
    [["fetch", "nope"], "no source called “nope”", "choose from absence,"],
    [["fetch", "school_list"], "its files come by hand", "download them from https://"],
    [["fetch", "--years", "last"], "not a range of years", "2011-2025"],
    [["build", "gias_links"], "does not take positional arguments", "options: --release"]
  ])("%j is refused with what to do", async (args, message, fix) => {
    const {code, stderr} = await run(...args, ...(args[0] === "fetch" ? ["--to", await emptyFolder()] : []));
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr.split("fix: ")[1]).toContain(fix);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });
});
