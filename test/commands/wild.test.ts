import {describe, expect, it} from "vitest";
import {wildCommand} from "../../pipelines/commands/wild.ts";
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
});
