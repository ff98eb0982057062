import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvParse} from "d3";
import {beforeAll, describe, expect, it} from "vitest";
import {estimateCommand} from "../../pipelines/commands/estimate.ts";
import {runCommand} from "../support/run-command.ts";
import {runPav} from "../support/run-pav.ts";
import {randomPanel} from "../support/random-panel.ts";

const columns = ["--id", "school", "--time", "year", "--cohort", "g", "--outcome", "score"];
const rtm = [
  "test/reference/schools_rtm/schools_rtm.csv.gz",
  ...["--id", "urn", "--time", "year", "--cohort", "g", "--outcome", "score"]
];
let file: string;

beforeAll(async () => {
  const {ids, unit, period, cohort, outcome, covariates, cluster} = randomPanel({
    units: 60,
    covariates: 1,
    clusterSize: 2
  });
  const lines = [...unit].map((u, row) => {
    const g = cohort[u] === Infinity ? "" : cohort[u];
    return [ids[u], period[row], g, outcome[row], covariates[0].values[row], 100 + (row % 7), `P${cluster[u]}`].join();
  });
  file = join(await mkdtemp(join(tmpdir(), "estimate-")), "panel.csv");
  await writeFile(file, `school,year,g,score,x,pupils,partnership\n${lines.join("\n")}\n`);
});

const run = (...args: string[]) => runCommand(estimateCommand, file, ...columns, "--format", "csv", ...args);

describe("pav estimate PANEL", () => {
  it("prints the overall effect and then one a term, in the columns expected", async () => {
    const rows = csvParse((await run()).stdout);
    expect(rows.columns.join()).toBe("aggregate,term,estimate,se,low,high,schools,comparators");
    expect(rows[0]).toMatchObject({aggregate: "dynamic", term: "overall"});
    expect(rows.slice(1).map(({term}) => Number(term))).toEqual([-4, -3, -2, -1, 0, 1, 2, 3]);
  });

  it("adds bands with a bootstrap, the same for the same seed", async () => {
    const bands = await run("--bootstrap", "99", "--seed", "7");
    expect(csvParse(bands.stdout).columns).toContain("band_high");
    expect((await run("--bootstrap", "99", "--seed", "7")).stdout).toBe(bands.stdout);
  });

  it("refuses more draws than memory holds, and rows that name no unit", async () => {
    await expect(run("--bootstrap", "99999999999")).rejects.toThrow(
      "--bootstrap 99999999999 is no whole number from 1 to 1000000"
    );
    const text = (await readFile(file, "utf8")).replace(/\n[^,]+,/, "\n,");
    const nameless = `${file}.nameless.csv`;
    await writeFile(nameless, text);
    await expect(runCommand(estimateCommand, nameless, ...columns)).rejects.toThrow(
      "row 2, column school: the row does not say of which unit it is"
    );
  });

  it("refuses one unit that is written in two ways, and takes two units that are written alike", async () => {
    const [header, ...lines] = (await readFile(file, "utf8")).trim().split("\n");
    const write = async (name: string, of: readonly string[]) => {
      await writeFile(`${file}.${name}.csv`, [header, ...of].join("\n"));
      return `${file}.${name}.csv`;
    };
    const other = (line: string) => line.replace(/^[^,]+/, (id) => `${id.toUpperCase()} A`);
    const one = (line: string) => line.replace(/^[^,]+/, (id) => `${id} a`);
    const twoWays = await write("ways", [...lines.slice(0, 3).map(one), ...lines.slice(3).map(other)]);
    await expect(runCommand(estimateCommand, twoWays, ...columns)).rejects.toThrow(
      /row 5, column school: “.* A” is written “.* a” in row 2$/
    );
    const numbered = lines.map((line) => line.replace("unit ", ""));
    const floats = numbered.slice(3).map((line) => line.replace(",", ".0,"));
    const ids = await write("floats", [...numbered.slice(0, 3), ...floats]);
    await expect(runCommand(estimateCommand, ids, ...columns)).rejects.toThrow(/row 5, .*\.0” is written/);
    const two = await write("two", [...lines.map(one), ...lines.map(other)]);
    const {stdout} = await runCommand(estimateCommand, two, ...columns, "--format", "csv");
    expect(Number(csvParse(stdout)[0]["schools"])).toBe(2 * Number(csvParse((await run()).stdout)[0]["schools"]));
  });

  it("claims no standard error where one unit or one cluster alone is compared with", async () => {
    const [header, ...lines] = (await readFile(file, "utf8")).trim().split("\n");
    const isNever = (line: string) => line.split(",")[2] === "";
    const never = lines.filter(isNever);
    const one = never.filter((line) => line.startsWith(`${never[0].split(",")[0]},`));
    const write = async (name: string, of: readonly string[]) => {
      await writeFile(`${file}.${name}.csv`, [header, ...of].join("\n"));
      return `${file}.${name}.csv`;
    };
    const lone = await write("lone", [...lines.filter((line) => !isNever(line)), ...one]);
    const together = await write(
      "together",
      lines.map((line) => (isNever(line) ? line.replace(/P\d+$/, "all") : line))
    );
    for (const [path, ...args] of [
      [lone, "--bootstrap", "99"],
      [together, "--cluster", "partnership"]
    ] as string[][]) {
      const {stdout, stderr} = await runCommand(estimateCommand, path, ...columns, "--format", "csv", ...args);
      expect(stderr).toContain("no standard errors are claimed where one unit or cluster alone is compared with");
      expect(stderr).not.toContain("joint test");
      for (const {se, low, high, band_low} of csvParse(stdout))
        expect([se, low, high, band_low ?? ""]).toEqual(["", "", "", ""]);
      const cells = await runCommand(estimateCommand, path, ...columns, "--format", "csv", "--aggregate", "att_gt");
      if (path === lone) expect(new Set(csvParse(cells.stdout).map(({se}) => se))).toEqual(new Set([""]));
    }
  });

  it("says of the efficient estimator’s standard errors that they are too small where a cohort has fewer units than there are periods", async () => {
    const write = async (each: number) => {
      const lines = Array.from({length: 3 * each}, (_, u) =>
        [0, 1, 2, 3, 4].map(
          (t) => `u${u},${2010 + t},${[0, 2012, 2013][u % 3]},${((u * 37 + t * 11 + u * t * 5) % 29) / 4}`
        )
      ).flat();
      await writeFile(`${file}.thin.csv`, ["school,year,g,score", ...lines].join("\n"));
      const {stdout, stderr} = await runCommand(
        estimateCommand,
        `${file}.thin.csv`,
        ...columns,
        "--estimator",
        "efficient",
        "--format",
        "csv"
      );
      return {se: csvParse(stdout).map(({se}) => se), stderr};
    };
    const thin = await write(5);
    expect(thin.se.every((se) => Number(se) > 0)).toBe(true);
    expect(thin.stderr).toContain(
      "standard errors are too small: the smallest cohort has 5 units, no more than the 5 periods whose covariances efficient needs"
    );
    const enough = await write(12);
    expect(enough.se.every((se) => Number(se) > 0)).toBe(true);
    expect(enough.stderr).not.toContain("whose covariances");
  });

  it("refuses a column that is two things, and names values that are far from all others", async () => {
    await expect(run("--covariates", "score")).rejects.toThrow("--outcome and --covariates are both score");
    await expect(run("--covariates", "x,x")).rejects.toThrow("--covariates names x twice");
    await expect(run("--weights", "score")).rejects.toThrow("--outcome and --weights are both score");
    const lines = (await readFile(file, "utf8")).trim().split("\n");
    const coded = lines.map((line, i) => (i % 20 === 7 ? line.replace(/^([^,]+,\d+,\d*),[^,]+/, "$1,-999") : line));
    await writeFile(`${file}.coded.csv`, coded.join("\n"));
    const {stderr} = await runCommand(estimateCommand, `${file}.coded.csv`, ...columns);
    expect(stderr).toMatch(
      /^score is -999 in row 8 and \d+ more, and from \S+ to \S+ elsewhere: leave the cell empty/m
    );
    expect((await run()).stderr).not.toContain("elsewhere");
  });

  it("prints cells with att_gt", async () => {
    const rows = csvParse((await run("--aggregate", "att_gt")).stdout);
    expect(rows.columns.join()).toBe("cohort,time,estimate,se,schools,comparators");
  });

  it("takes every option the help names", async () => {
    const all = [
      ...["--control", "notyettreated", "--covariates", "x", "--weights", "pupils", "--cluster", "partnership"],
      ...["--anticipation", "1", "--method", "reg", "--base", "universal", "--aggregate", "cohort", "--balance"],
      ...["--weights-by", "period", "--randomise", "9"]
    ];
    const {stdout, stderr} = await run(...all);
    expect(csvParse(stdout)[0]).toMatchObject({aggregate: "cohort", term: "overall"});
    expect(stderr).toMatch(/randomisation: p = [01]/);
  });

  it("runs every estimator", async () => {
    for (const id of ["imputation", "sun_abraham", "twfe", "before_after"]) {
      const [overall] = csvParse((await run("--estimator", id)).stdout);
      expect(overall["term"], id).toBe("overall");
      expect(Number(overall["se"]), id).toBeGreaterThan(0);
    }
  });

  it("gives twelve significant digits", async () => {
    const [overall] = JSON.parse((await runCommand(estimateCommand, file, ...columns, "--format", "json")).stdout) as [
      {estimate: number}
    ];
    expect(overall.estimate).toBe(Number(overall.estimate.toPrecision(12)));
    expect(String(overall.estimate).replace(/[^\d]/g, "").length).toBeGreaterThan(9);
  });

  it.each([
    [["--estimator", "magic"], "--estimator magic is not known"],
    [["--estimator", "twfe", "--method", "dr"], "twfe takes no --method"],
    [["--base=-2:-4"], "--base -2:-4 is not known"],
    [["--base=1:2"], "--base 1:2 is not known"],
    [["--bootstrap", "many"], "--bootstrap many is no whole number"],
    [["--covariates", "height"], "no column called “height”"],
    [["--anticipation", "1", "--base=-4:-2"], "a base window and anticipation"],
    [["--aggregate", "group"], "--aggregate group is not known"],
    [["--outcome", "school"], "--id and --outcome are both school"],
    [["--cohort", "year"], "--time and --cohort are both year"],
    [["--squares"], "--squares is not known but with outcome regression from a base window"],
    [["--only", "partnership=P1", "--method", "reg"], "--only is not known but with outcome regression"],
    [["--estimator", "imputation", "--after", "0:4"], "--after is not known but with outcome regression"]
  ])("refuses %j", async (args, message) => {
    await expect(run(...args)).rejects.toMatchObject({
      fix: expect.any(String) as string,
      message: expect.stringContaining(message) as string
    });
  });

  it("names the covariate, the year and the units where --balance leaves nobody to compare with", async () => {
    const rows = Array.from({length: 40 * 6}, (_, i) => {
      const [unit, year] = [Math.floor(i / 6), 1 + (i % 6)];
      const g = unit < 20 ? 0 : 3 + (unit % 2);
      return [unit, year, g, Math.sin(i), g === 0 && year === 2 ? "" : Math.cos(i)].join();
    });
    const panel = join(await mkdtemp(join(tmpdir(), "balance-")), "panel.csv");
    await writeFile(panel, `urn,year,g,y,x\n${rows.join("\n")}\n`);
    const names = ["--id", "urn", "--time", "year", "--cohort", "g", "--outcome", "y", "--covariates", "x"];
    await expect(runCommand(estimateCommand, panel, ...names, "--balance")).rejects.toMatchObject({
      message:
        "no unit never treated is left to compare with: --balance leaves out 20 units never treated, for want of x in year 2",
      fix: expect.stringContaining("leave out --balance or the column they lack") as string
    });
    const yet = await runCommand(estimateCommand, panel, ...names, "--balance", "--control", "notyettreated");
    expect(yet.stderr).toContain(
      "left out 20 of 40 units that lack one of the 6 periods: 20 units never treated, for want of x in year 2"
    );
  });

  it("says which option is missing", async () => {
    await expect(runCommand(estimateCommand, file, "--id", "school")).rejects.toThrow("--time is missing");
    await expect(runCommand(estimateCommand)).rejects.toThrow("no file is named");
  });

  it("refuses a second file on the command line, with what to do", async () => {
    const {code, stderr} = await runPav("estimate", file, "another.csv", ...columns);
    expect(code).toBe(1);
    expect(stderr).toContain("estimate takes PANEL and no more: “another.csv”");
  });
});

describe("schools chosen after a bad year, where the truth is zero", () => {
  it("claims nothing by the default of supported schools", async () => {
    const {stdout} = await runCommand(estimateCommand, ...rtm, "--role", "supported", "--format", "csv");
    const [overall] = csvParse(stdout);
    expect(Math.abs(Number(overall["estimate"]))).toBeLessThan(2 * Number(overall["se"]));
    expect(Math.abs(Number(overall["estimate"]))).toBeLessThan(0.3);
  });

  it("warns of it, and shows the naive figure as such, whatever the options", async () => {
    for (const options of [[], ["--role", "supported"], ["--estimator", "imputation"]]) {
      const {stderr} = await runCommand(estimateCommand, ...rtm, ...options);
      expect(stderr, options.join(" ")).toContain("warning: the treated look selected on a bad year");
      expect(stderr, options.join(" ")).toContain("Naive before–after, misleading: +1.62 (standard error 0.072)");
    }
  });
});
