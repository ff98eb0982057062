import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {estimateCommand} from "../../pipelines/commands/estimate.ts";
import {runCommand} from "../support/run-command.ts";

const columns = ["--id", "school", "--time", "year", "--cohort", "g", "--outcome", "score"];

describe("pav estimate of a panel that is not what it seems", () => {
  const row = (id: string, year: number | string, g: number, score: number) => [id, year, g, score].join();
  const years = [2011, 2012, 2013, 2014];
  const units = Array.from({length: 12}, (_, u) => u);
  const score = (u: number, t: number) => (u * 7 + t * 3) % 11;
  const estimate = async (lines: readonly string[], ...args: string[]) => {
    const path = join(await mkdtemp(join(tmpdir(), "estimate-")), "panel.csv");
    await writeFile(path, `school,year,g,score\n${lines.join("\n")}\n`);
    return runCommand(estimateCommand, path, ...columns, "--format", "csv", ...args);
  };
  const panel = units.flatMap((u) => years.map((year, t) => row(`s${u}`, year, u < 6 ? 2013 : 0, score(u, t))));

  it("refuses cohorts that are all after the last period, and says how they may be meant", async () => {
    const short = units.flatMap((u) =>
      years.map((year, t) => row(`s${u}`, year - 2000, u < 6 ? 2013 : 0, score(u, t)))
    );
    await expect(estimate(short)).rejects.toMatchObject({
      message: expect.stringContaining("all units that are treated are treated after 14, the last period"),
      fix: expect.stringContaining("2013 beside 2013 and not 13")
    });
  });

  it("refuses school years without a mark, which are 101 apart", async () => {
    const named = (year: number) => year * 100 + ((year + 1) % 100);
    const lines = units.flatMap((u) =>
      years.map((year, t) => row(`s${u}`, named(year), u < 6 ? named(2013) : 0, score(u, t)))
    );
    await expect(estimate(lines)).rejects.toMatchObject({
      message: expect.stringContaining("“201112” is a school year, of which one is 101 after another"),
      fix: expect.stringContaining("such as 2012")
    });
  });

  it.each(["Total", "All schools", "England", "National average"])("says that %s counts as a unit", async (name) => {
    const {stderr} = await estimate([...panel, ...years.map((year) => row(name, year, 0, 5))]);
    expect(stderr).toContain(`school is “${name}” in row 50, which counts as a unit`);
  });

  it.each(["before_after", "callaway_santanna"])("refuses a panel in which %s finds nothing", async (estimator) => {
    const lines = panel.filter((line) => !/,201[34],2013,/.test(line));
    await expect(estimate(lines, "--estimator", estimator)).rejects.toThrow(
      "no effect from treatment on can be estimated"
    );
  });

  it("says of which event times nothing is found", async () => {
    const args = ["--method", "reg", "--base=-2:-1", "--after", "7:9"];
    await expect(estimate(panel, ...args)).rejects.toThrow("no effect of event times 7 to 9 can be estimated");
  });

  it("takes covariates with spaces after the commas between them", async () => {
    await expect(estimate(panel, "--covariates", "year, height")).rejects.toThrow(
      "--time and --covariates are both year"
    );
    await expect(estimate(panel, "--covariates", " height")).rejects.toThrow("no column called “height”");
  });

  it("claims no test of the years before where it claims no interval", async () => {
    const few = panel.map((line) => line.replace(/^(s[2-5],\d+),2013/, "$1,0"));
    const {stderr} = await estimate(few);
    expect(stderr).toContain("no intervals are claimed with 2 treated clusters");
    expect(stderr).not.toContain("joint test");
    expect((await estimate(panel)).stderr).toContain("joint test");
  });

  it("says nothing of schools whose names begin alike", async () => {
    const {stderr} = await estimate(panel.map((line) => line.replace(/^s/, "All Saints ")));
    expect(stderr).not.toContain("counts as a unit");
  });

  it.each([
    [["--weights-by", "period"], "--weights-by means nothing without --weights"],
    [["--aggregate", "att_gt", "--bootstrap", "9"], "--bootstrap means nothing with --aggregate att_gt"]
  ])("says what has no say: %s", async (args, said) => {
    expect((await estimate(panel, ...args)).stderr).toContain(said);
  });
});
