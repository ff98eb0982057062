import {csvParse} from "d3";
import {describe, expect, it} from "vitest";
import {referenceCommand} from "../../pipelines/commands/reference.ts";
import {runCommand} from "../support/run-command.ts";

const run = (...args: string[]) => runCommand(referenceCommand, "schools_rtm", "--from", "test/reference", ...args);

describe("pav reference SET", () => {
  it("prints a line an estimator, and how many numbers are reproduced", async () => {
    const {stdout, stderr} = await run("--format", "csv");
    const lines = csvParse(stdout);
    expect(lines.columns.join()).toBe("set,estimator,numbers,passed,worst_passed,worst_failed");
    expect(lines.reduce((sum, line) => sum + Number(line["numbers"]), 0)).toBe(62);
    expect(stderr).toContain("62 of 62 expected numbers are reproduced");
  });

  it("prints every number with --all", async () => {
    const lines = csvParse((await run("--format", "csv", "--all")).stdout);
    expect(lines).toHaveLength(62);
    expect(lines.every(({pass, relative}) => pass === "yes" && Number(relative) <= 1e-6)).toBe(true);
  });

  it("says which sets are not there, and which there are", async () => {
    const {stderr} = await runCommand(referenceCommand, "mpdta", "--from", "test/no-such-folder");
    expect(stderr).toContain("not checked here, since test/no-such-folder has no folder of them: mpdta");
    await expect(runCommand(referenceCommand, "mpdtaa")).rejects.toMatchObject({
      message: "no reference set called “mpdtaa”",
      fix: expect.stringContaining("mpdta, ") as string
    });
  });
});
