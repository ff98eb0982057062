import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {adjustCommand} from "../../pipelines/commands/adjust.ts";
import {findFolder} from "../support/published-files.ts";
import {runCommand} from "../support/run-command.ts";

const data = "test/reference/romano_wolf/six_outcomes.csv";
const csv = async (...args: string[]) =>
  (await runCommand(adjustCommand, ...args, "--format", "csv")).stdout.trim().split("\n");

describe("pav adjust", () => {
  it("prints every adjustment of p-values, and leaves missing ones out", async () => {
    const file = join(await findFolder({"p.csv": "of,p\na,0.01\nb,\nc,0.04\n"}), "p.csv");
    expect(await csv(file, "--p", "p", "--id", "of")).toEqual([
      "test,p,bonferroni,holm,hochberg,bh,by",
      "a,0.01,0.02,0.02,0.02,0.02,0.03",
      "b,,,,,,",
      "c,0.04,0.08,0.04,0.04,0.04,0.06"
    ]);
    expect(await csv(file, "--p", "p", "--method", "holm")).toEqual([
      "test,p,adjusted",
      "1,0.01,0.02",
      "2,,",
      "3,0.04,0.04"
    ]);
  });

  it("draws outcomes together for Romano and Wolf", async () => {
    const family = ["--outcomes", "y1,y3", "--test", "t", "--covariates", "x", "--cluster", "cl"];
    const lines = await csv(data, "--method", "romano_wolf", ...family, "--draws", "999");
    expect(lines[0]).toBe("test,estimate,se,t,p,adjusted");
    expect(lines[1].startsWith("y1,1.03544600996,0.154311397466,6.71010714027,")).toBe(true);
    expect(Number(lines[1].split(",")[5])).toBe(0.001);
    expect(lines).toEqual(await csv(data, "--method", "romano_wolf", ...family, "--draws", "999"));
  });

  it("refuses a p-value above 1, a column that is not there, and outcomes not named", async () => {
    const file = join(await findFolder({"p.csv": "p\n0.5\n1.5\n"}), "p.csv");
    await expect(csv(file, "--p", "p")).rejects.toThrow("row 3, column p: a p-value of 1.5");
    await expect(csv(file, "--p", "q")).rejects.toThrow("no column called “q”");
    await expect(csv(data, "--method", "romano_wolf")).rejects.toThrow("--outcomes is missing");
  });

  it("takes p-values as small as numbers go, and says of a smaller one that it is reckoned as 0", async () => {
    const file = join(await findFolder({"p.csv": "p\n1e-40\n1e-400\n0.5\n"}), "p.csv");
    const {stdout, stderr} = await runCommand(adjustCommand, file, "--p", "p", "--method", "holm", "--format", "csv");
    expect(stdout.trim().split("\n").slice(1)).toEqual(["1,1e-40,2e-40", "2,0,0", "3,0.5,0.5"]);
    expect(stderr).toBe(
      "row 3: “1e-400” is nearer to 0 than numbers go, and is reckoned as 0: read an adjusted 0 as less than 1e-300\n"
    );
  });
});
