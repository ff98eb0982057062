import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {matchCommand} from "../../pipelines/commands/match.ts";
import {findFolder} from "../support/published-files.ts";
import {runCommand} from "../support/run-command.ts";

/** Two joined, at 10 and 20; four others, of whom two are near; a region that parts them. */
const schools = `urn,joined,fsm,region,score
1,1,10,north,5
2,1,20,south,9
3,0,11,north,4
4,0,19,south,7
5,0,13,south,1
6,0,40,north,2
`;

describe("pav match", () => {
  let file = "";
  beforeAll(async () => {
    file = join(await findFolder({"schools.csv": schools}), "schools.csv");
  });
  const match = (...args: string[]) =>
    runCommand(
      matchCommand,
      file,
      "--id",
      "urn",
      "--treated",
      "joined",
      "--covariates",
      "fsm",
      "--format",
      "csv",
      ...args
    );

  it("prints id,weight on standard output, and who was matched on standard error", async () => {
    const {stdout, stderr} = await match("--distance", "mahalanobis");
    expect(stdout).toBe("id,weight\n1,1\n2,1\n3,1\n4,1\n5,0\n6,0\n");
    expect(stderr).toContain("nearest neighbours: 2 of 2 treated units; 2 of 4 comparators");
  });

  it("prints pairs, within exact values", async () => {
    const {stdout} = await match("--distance", "mahalanobis", "--exact", "region", "--ratio", "2", "--pairs");
    expect(stdout).toBe("treated,control\n1,3\n1,6\n2,4\n2,5\n");
  });

  it("prints balance before and after", async () => {
    const {stdout} = await match("--distance", "mahalanobis", "--balance");
    const [header, row] = stdout.trim().split("\n");
    expect(header).toBe("covariate,smd_before,smd_after,variance_ratio_before,variance_ratio_after");
    // Means 15, 20.75 and then 15; standard deviation of the treated √50.
    expect(Number(row.split(",")[1])).toBeCloseTo(-5.75 / Math.sqrt(50), 11);
    expect(Number(row.split(",")[2])).toBe(0);
  });

  it("prints the difference in an outcome", async () => {
    const {stdout} = await match("--distance", "mahalanobis", "--outcome", "score");
    expect(stdout.split("\n")[1]).toMatch(/^plain,1.5,/);
  });

  it("says what to do with an option that means nothing to the method", async () => {
    await expect(match("--method", "ebal", "--caliper", "0.2")).rejects.toMatchObject({
      message: "--caliper means nothing to --method ebal",
      fix: "leave it out, or use --method nearest"
    });
  });

  it("balances by entropy where that method is asked for", async () => {
    // The treated mean is 2; others are at 1 and 3, so equal weights do it, and the two at 1 share theirs.
    const balanced = join(
      await findFolder({"schools.csv": "urn,joined,fsm\n1,1,2\n2,0,1\n3,0,1\n4,0,3\n"}),
      "schools.csv"
    );
    const {stdout} = await runCommand(
      matchCommand,
      balanced,
      ...["--id", "urn", "--treated", "joined", "--covariates", "fsm", "--method", "ebal", "--format", "json"]
    );
    const weights = (JSON.parse(stdout) as {weight: number}[]).map(({weight}) => weight);
    [1, 0.75, 0.75, 1.5].forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 11));
  });

  it("says of a covariate in which no two treated units differ that there is nothing to measure its balance by", async () => {
    const one = join(await findFolder({"one.csv": schools.replace("2,1,20", "2,0,20")}), "one.csv");
    const {stderr} = await runCommand(
      matchCommand,
      ...[one, "--id", "urn", "--treated", "joined", "--covariates", "fsm", "--distance", "mahalanobis"]
    );
    expect(stderr).toContain("balance: no figure for fsm: no two treated units differ");
    expect(stderr).not.toContain("NaN");
  });

  it("takes no column for two things", async () => {
    await expect(match("--outcome", "fsm")).rejects.toThrow("--covariates and --outcome are both fsm");
  });
});
