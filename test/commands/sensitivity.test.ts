import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {sensitivityCommand} from "../../pipelines/commands/sensitivity.ts";
import {findFolder} from "../support/published-files.ts";
import {runCommand} from "../support/run-command.ts";

const beta = "e,beta\n-3,0.1\n-2,-0.05\n0,1\n1,1.4\n";
const sigma = "0.01,0.002,0,0\n0.002,0.01,0,0\n0,0,0.02,0.01\n0,0,0.01,0.03\n";

describe("pav sensitivity", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await findFolder({"beta.csv": beta, "sigma.csv": sigma});
  });
  const sensitivity = (...args: string[]) => {
    const files = ["--beta", join(folder, "beta.csv"), "--sigma", join(folder, "sigma.csv"), "--format", "csv"];
    return runCommand(sensitivityCommand, ...files, ...args);
  };

  it("prints a row of kind, m, low and high for every m, and the trusting interval beside", async () => {
    const {stdout, stderr} = await sensitivity("--pre", "2", "--m", "0.5,1");
    const lines = stdout.trim().split("\n");
    expect(lines[0]).toBe("kind,m,low,high");
    expect(lines.slice(1).map((line) => line.split(",").slice(0, 2).join())).toEqual([
      "relative_magnitude,0.5",
      "relative_magnitude,1"
    ]);
    expect(stderr).toContain("trusting parallel trends: 1.00000 (0.722819 to 1.27718)");
  });

  it("gives smoothness for the mean of later effects", async () => {
    const {stdout} = await sensitivity("--pre", "2", "--kind", "smoothness", "--m", "0", "--post", "mean");
    expect(stdout).toMatch(/^kind,m,low,high\nsmoothness,0,[\d.]+,[\d.]+\n$/);
  });

  it("finds the breakdown value", async () => {
    const {stdout} = await sensitivity("--pre", "2", "--breakdown");
    expect(Number(stdout.trim().split(",").at(-1))).toBeGreaterThan(1);
  });

  it("says when an interval runs beyond the grid", async () => {
    expect((await sensitivity("--pre", "2", "--m", "2", "--reach", "8")).stderr).toContain("try --reach 16");
  });

  it("prints no edge of the grid for a bound: an end that goes on is infinite, and says how to look further", async () => {
    const near = await findFolder({
      "beta.csv": "e,beta\n-4,0.02\n-3,-0.03\n-2,0.01\n0,0.15\n1,0.18\n",
      "sigma.csv": Array.from({length: 5}, (_, i) =>
        Array.from({length: 5}, (__, j) => (i === j ? 0.001 : 0.0001)).join()
      ).join("\n")
    });
    const files = ["--beta", join(near, "beta.csv"), "--sigma", join(near, "sigma.csv"), "--pre", "3"];
    const run = (...args: string[]) => runCommand(sensitivityCommand, ...files, "--format", "csv", ...args);
    const {stdout, stderr} = await run("--m", "1,20,40,80");
    const [, one, ...open] = stdout.trim().split("\n");
    expect(open).toEqual([20, 40, 80].map((m) => `relative_magnitude,${m},-Infinity,Infinity`));
    expect(one).toMatch(/^relative_magnitude,1,-?0\.\d+,0\.\d+$/);
    expect(stderr.match(/the interval goes on beyond the grid; try --reach 40/g)).toHaveLength(3);
    const further = (await run("--m", "20", "--reach", "400")).stdout.trim().split("\n").at(-1) ?? "";
    expect(further).toMatch(/^relative_magnitude,20,-\d\.\d+,\d\.\d+$/);
  });

  it("asks for what is missing, and refuses what cannot be", async () => {
    await expect(sensitivity("--m", "1")).rejects.toThrow("--pre is missing");
    await expect(sensitivity("--pre", "2")).rejects.toThrow("--m is missing");
    await expect(sensitivity("--pre", "2", "--m=-1")).rejects.toThrow("--m -1 is no number from 0 to 1000000");
    await expect(sensitivity("--pre", "2", "--m", "1e300")).rejects.toThrow("--m 1e300 is no number from 0 to 1000000");
    await expect(sensitivity("--pre", "4", "--m", "1")).rejects.toThrow("has 4 coefficients");
    await expect(sensitivity("--pre", "2", "--m", "1", "--kind", "bounds")).rejects.toThrow("--kind bounds");
  });

  it("says how coarse a grid is where the interval is of few steps of it", async () => {
    expect((await sensitivity("--pre", "2", "--m", "0.5", "--grid", "10")).stderr).toMatch(
      /m = 0\.5: the ends are to the nearest 0\.63, of an interval .* wide; give a finer --grid/
    );
    expect((await sensitivity("--pre", "2", "--m", "0.5")).stderr).not.toContain("nearest");
  });
});
