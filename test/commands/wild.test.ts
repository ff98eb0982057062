import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {wildCommand} from "../../pipelines/commands/wild.ts";
import {findFolder} from "../support/published-files.ts";
import {runCommand} from "../support/run-command.ts";

const file = "test/reference/wild_cluster_bootstrap/few_clusters.csv";
const wild = (...args: string[]) =>
  runCommand(wildCommand, file, "--outcome", "score", "--test", "post", "--cluster", "cl", "--format", "csv", ...args);

describe("pav wild", () => {
  it("prints the test of one coefficient with effects taken out", async () => {
    const {stdout} = await wild("--effects", "urn,year");
    const [header, row] = stdout.trim().split("\n");
    expect(header).toBe("test,coefficient,se,statistic,p,p_with_ties,low,high,draws,enumerated,clusters,rows");
    const cells = row.split(",");
    expect(cells[0]).toBe("post");
    // 8,192 draws of 13 clusters, of which 2,252 are farther from 0.
    expect(Number(cells[4])).toBeCloseTo(2252 / 8192, 11);
    expect(cells.slice(8)).toEqual(["8192", "yes", "13", "715"]);
  });

  it("tests another value, without the null imposed, by drawn weights", async () => {
    const {stdout} = await wild("--effects", "urn,year", "--value", "0.5", "--null", "not", "--weights", "webb");
    const [, row] = stdout.trim().split("\n");
    expect(row.split(",").slice(8, 10)).toEqual(["9999", "no"]);
  });

  it("says what is missing and what there is to choose from", async () => {
    const missing = runCommand(wildCommand, file, "--outcome", "score", "--cluster", "cl");
    await expect(missing).rejects.toThrow("--test is missing");
    await expect(wild("--weights", "mamen")).rejects.toThrow("no weights called “mamen”");
    await expect(wild("--null", "0.5")).rejects.toThrow("no null called “0.5”");
    await expect(wild("--draws", "many")).rejects.toThrow("--draws many is not a number");
  });

  const panel = (cluster: (id: number) => string, score: (id: number, t: number) => number) => [
    "id,year,cl,d,score",
    ...Array.from({length: 12}, (_, id) =>
      [0, 1, 2, 3].map((t) => `${id},${t},${cluster(id)},${id < 6 && t > 1 ? 1 : 0},${score(id, t)}`)
    ).flat()
  ];
  const noise = (id: number, t: number) => ((id * 37 + t * 11 + id * t * 5) % 17) / 4;
  const test = async (lines: readonly string[], ...args: string[]) => {
    const at = join(await findFolder({"wild.csv": lines.join("\n")}), "wild.csv");
    const names = ["--outcome", "score", "--test", "d", "--cluster", "cl", "--format", "csv"];
    return runCommand(wildCommand, at, ...names, ...args);
  };

  it("tests nothing where the columns explain the outcome whole, or stand for two things", async () => {
    await expect(
      test(
        panel(
          (id) => `c${id}`,
          () => 5
        )
      )
    ).rejects.toThrow("nothing of score is left to test by");
    await expect(
      test(
        panel((id) => `c${id}`, noise),
        "--covariates",
        "score"
      )
    ).rejects.toThrow("--outcome and --covariates are both score");
  });

  it("says how small a p so few draws can tell from chance, and takes no cluster that is written in two ways", async () => {
    const two = await test(panel((id) => (id % 2 ? "a" : "b"), noise));
    expect(two.stderr).toContain("2 different draws can give no p below 0.50, whatever p says");
    expect(
      (
        await test(
          panel((id) => `c${id}`, noise),
          "--draws",
          "9"
        )
      ).stderr
    ).toContain("9 different draws can give no p");
    expect((await test(panel((id) => `c${id}`, noise))).stderr).toBe("");
    await expect(test(panel((id) => (id === 7 ? "C1" : `c${id % 4}`), noise))).rejects.toThrow(
      "row 30, column cl: “C1” is written “c1” in row 6"
    );
  });
});
