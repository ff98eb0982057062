import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {metaCommand} from "../../pipelines/commands/meta.ts";
import {findFolder} from "../support/published-files.ts";
import {runCommand} from "../support/run-command.ts";

const file = "test/reference/eb_shrinkage/partnerships40.csv";
const meta = (...args: string[]) =>
  runCommand(metaCommand, file, "--effect", "y", "--se", "se", "--format", "csv", ...args);
const header = "method,estimate,se,low,high,tau2,i2,q,p,predict_low,predict_high";

describe("pav meta", () => {
  it("prints the mean with twelve digits, as metafor gives it", async () => {
    const [names, line] = (await meta("--method", "reml")).stdout.trim().split("\n");
    expect(names).toBe(header);
    expect(line.startsWith("reml,0.0561078840526,0.0200966365445,")).toBe(true);
    expect(line.endsWith(",,")).toBe(true);
  });

  it("adds the prediction interval and Hartung and Knapp’s error where asked", async () => {
    const line = (await meta("--hartung-knapp", "--predict")).stdout.trim().split("\n")[1].split(",").map(Number);
    expect(line[2]).toBe(0.0191451307718);
    expect(line[9]).toBeLessThan(line[3]);
  });

  it("prints a row a partnership with --shrink, and the chances of exceeding a value", async () => {
    const lines = (await meta("--shrink", "--id", "school", "--above", "0.05")).stdout.trim().split("\n");
    expect(lines.length).toBe(41);
    expect(lines[0]).toBe("id,effect,effect_se,estimate,se,low,high,own,p_above,p_above_alone");
    expect(lines[1].startsWith("P01,0.1361,0.2474,")).toBe(true);
  });

  it("refuses a standard error of 0 and says in which row", async () => {
    const bad = join(await findFolder({"effects.csv": "y,se\n1,0.5\n2,0\n"}), "effects.csv");
    await expect(runCommand(metaCommand, bad, "--effect", "y", "--se", "se")).rejects.toThrow("row 3, column se");
  });

  it("asks for its file and columns", async () => {
    await expect(runCommand(metaCommand)).rejects.toThrow("no file is named");
    await expect(runCommand(metaCommand, file)).rejects.toThrow("--effect is missing");
    await expect(meta("--method", "bayes")).rejects.toThrow("--method bayes is not known");
  });

  it("says of an effect that no standard error goes with where it stands", async () => {
    const folder = await findFolder({"two.csv": "id,y,se\na,1,0.5\nb,1e12,1\n"});
    await expect(runCommand(metaCommand, join(folder, "two.csv"), "--effect", "y", "--se", "se")).rejects.toMatchObject(
      {
        name: "PublishedFileError",
        message: expect.stringContaining("row 3, column y: an effect of 1000000000000")
      }
    );
  });

  it("says where Hartung and Knapp’s standard error is less than without, as of effects that are the same", async () => {
    const same = join(await findFolder({"same.csv": "id,e,se\na,1,0.5\nb,1,0.5\nc,1,0.5\n"}), "same.csv");
    const meta = (...args: string[]) => runCommand(metaCommand, same, "--effect", "e", "--se", "se", ...args);
    expect((await meta("--hartung-knapp")).stderr).toContain("is 0.00, less than the 0.289 without");
    expect((await meta()).stderr).toBe("");
  });
});

describe("pav meta with an option that has no say", () => {
  it.each([
    [["--above", "0"], "--above means nothing without --shrink"],
    [["--shrink", "--predict"], "--predict means nothing with --shrink"]
  ])("says so: %s", async (args, said) => {
    expect((await meta(...args)).stderr).toContain(said);
  });
});
