import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {csvParse} from "d3";
import {beforeAll, describe, expect, it} from "vitest";
import {estimateCommand} from "../../pipelines/commands/estimate.ts";
import {poolRegressionSet} from "../../pipelines/validation/reference/pool-regression.ts";
import {numbers, readTable} from "../../pipelines/read/table.ts";
import {runCommand} from "../support/run-command.ts";

const folder = "test/reference/pool_regression";

describe("outcome regression from a base window, on schools_sim", () => {
  it("is what base R makes of it: both roles, both sets, every term, counts and both errors", async () => {
    const rows = await poolRegressionSet.rows(folder);
    expect(rows).toHaveLength(48 * 5);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});

describe("pav estimate --method reg --base=-4:-2", () => {
  let file: string;
  beforeAll(async () => {
    const schools = await readTable("test/reference/schools_sim/schools_sim.csv");
    const logs = numbers(schools, "n_pupils").map(Math.log);
    const columns = [...schools.columns.values()];
    const lines = [...logs].map((log, i) => [...columns.map((cells) => cells[i]), Number.isNaN(log) ? "" : log].join());
    file = join(await mkdtemp(join(tmpdir(), "pool-")), "schools.csv");
    await writeFile(file, `${schools.names.join()},log_roll\n${lines.join("\n")}\n`);
  });
  const run = (...args: string[]) => runOn(file, ...args);
  const runOn = (path: string, ...args: string[]) =>
    runCommand(
      estimateCommand,
      ...[path, "--id", "urn", "--time", "year", "--cohort", "g", "--outcome", "score", "--format", "csv"],
      ...["--estimator", "callaway_santanna", "--method", "reg", "--base=-4:-2", "--control", "notyettreated"],
      ...["--covariates", "fsm,log_roll", "--squares", "--cluster", "partnership", "--after", "0:4", ...args]
    );

  it.each([
    ["supported", "A"],
    ["supported", "B"],
    ["supporter", "A"],
    ["supporter", "B"]
  ])("prints the answers of %s, set %s", async (role, set) => {
    const options = set === "B" ? ["--lagged-outcome"] : [];
    const {stdout} = await run("--only", `role=${role}`, "--aggregate", "group", ...options);
    const printed = csvParse(stdout);
    expect(printed.columns.join()).toBe("aggregate,term,estimate,se,se_plain,low,high,schools,comparators,clusters");
    const expected = await readTable(`${folder}/expected.csv`);
    const of = (column: string) => expected.columns.get(column) ?? [];
    const terms = of("term").flatMap((term, i) => (of("role")[i] === role && of("set")[i] === set ? [{term, i}] : []));
    expect(terms).toHaveLength(12);
    for (const {term, i} of terms) {
      const row = printed.find((one) => one["term"] === term);
      for (const [column, digits] of [
        ["estimate", 10],
        ["se", 9],
        ["se_plain", 9]
      ] as const) {
        expect(Number(row?.[column]), `${term} ${column}`).toBeCloseTo(numbers(expected, column)[i], digits);
      }
      expect([row?.["schools"], row?.["clusters"]]).toEqual([of("schools")[i], of("clusters")[i]]);
    }
  });

  it("gives the same event times by dynamic, whose overall effect is their plain mean", async () => {
    const only = ["--only", "role=supported"];
    const group = await run(...only, "--aggregate", "group");
    const dynamic = await run(...only, "--aggregate", "dynamic");
    const rows = csvParse(dynamic.stdout).map(({term, estimate}) => ({term, estimate: Number(estimate)}));
    expect(
      csvParse(group.stdout)
        .slice(1)
        .map(({estimate}) => Number(estimate))
    ).toEqual(rows.slice(1).map(({estimate}) => estimate));
    const after = rows.filter(({term}) => ["0", "1", "2", "3", "4"].includes(term ?? ""));
    const mean = after.reduce((sum, {estimate}) => sum + estimate / after.length, 0);
    expect(rows[0].estimate).toBeCloseTo(mean, 10);
  });

  it("gives the same answers of rows in another order, and refuses two rows of a school and year", async () => {
    const lines = (await readFile(file, "utf8")).trim().split("\n");
    const [header, ...rows] = lines;
    const elsewhere = async (name: string, body: readonly string[]) => {
      const path = join(dirname(file), name);
      await writeFile(path, [header, ...body].join("\n"));
      return path;
    };
    const only = ["--only", "role=supported", "--aggregate", "group", "--lagged-outcome"];
    const plain = csvParse((await run(...only)).stdout);
    const reversed = csvParse((await runOn(await elsewhere("reversed.csv", rows.toReversed()), ...only)).stdout);
    expect(reversed).toHaveLength(plain.length);
    plain.forEach((row, i) => {
      for (const column of ["estimate", "se", "low", "high"]) {
        const near = Math.abs(Number(reversed[i][column]) - Number(row[column]));
        expect(near, `${row["term"]} ${column}`).toBeLessThan(1e-10);
      }
    });
    await expect(runOn(await elsewhere("twice.csv", [...rows, rows[0]]), ...only)).rejects.toThrow(
      "urn 100001 has two rows for year 2010, the other in row 2"
    );
  });

  it("refuses a school in two partnerships, and counts one whose partnership stands in some rows only in it", async () => {
    const [header, ...rows] = (await readFile(file, "utf8"))
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const at = header.indexOf("partnership");
    const treated = rows.findIndex((row) => row[header.indexOf("role")] === "supported" && row.at(-2) !== "");
    const changed = async (name: string, cell: string) => {
      const path = join(dirname(file), name);
      const body = rows.map((row, i) => (i === treated ? row.with(at, cell) : row).join());
      await writeFile(path, [header.join(), ...body].join("\n"));
      return path;
    };
    const only = ["--only", "role=supported", "--aggregate", "group"];
    await expect(runOn(await changed("moved.csv", "another"), ...only)).rejects.toThrow(
      /column partnership: urn \d+ has/
    );
    const blank = await runOn(await changed("blank.csv", ""), ...only);
    expect(blank.stdout).toBe((await run(...only)).stdout);
  });

  it("leaves out schools treated from the first year, counts them, and answers as without them", async () => {
    const path = join(dirname(file), "always.csv");
    const always = [900001, 900002].flatMap((urn) =>
      [2010, 2011, 2012, 2013].map((year) => `${urn},${year},1,,supported,2010,10,100,OK,${year % 7},4.6`)
    );
    await writeFile(path, `${(await readFile(file, "utf8")).trim()}\n${always.join("\n")}\n`);
    const only = ["--only", "role=supported", "--aggregate", "group"];
    const {stdout, stderr} = await runOn(path, ...only);
    expect(stderr).toContain("left out 2 units treated in 2010, the first period, or before it");
    expect(stdout).toBe((await run(...only)).stdout);
  });

  it("deals out who joined when, and in which role, where chance is asked", async () => {
    const {stderr} = await run("--only", "role=supported", "--aggregate", "group", "--randomise", "3");
    expect(stderr).toMatch(/randomisation: p = (0\.\d+|1\.00) for the overall effect, from 3 random allocations/);
  });

  it("says which value there is where --only asks for another", async () => {
    await expect(run("--only", "role=helped")).rejects.toMatchObject({
      message: expect.stringContaining("no unit is “helped”") as string,
      fix: expect.stringContaining("none, supported, supporter") as string
    });
    await expect(run("--only", "role=none")).rejects.toThrow("no unit that is “none” is treated");
    await expect(run("--only", "role")).rejects.toThrow("--only role is no column and value");
  });

  it("refuses its options where they would change nothing", async () => {
    await expect(run("--only", "role=supported", "--base", "varying")).rejects.toThrow(
      "--squares is not known but with outcome regression from a base window"
    );
    await expect(run("--after", "4:0")).rejects.toThrow("--after 4:0 is not known");
  });
});
