import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {baconCommand} from "../../pipelines/commands/bacon.ts";
import {findFolder} from "../support/published-files.ts";
import {runCommand} from "../support/run-command.ts";

/** Two units treated from 2002 and 2003 on, one never, over 2001 to 2004; effects of 1 and 2. */
const panel = ["unit,year,g,score"]
  .concat(
    ["a,2002,1", "b,2003,2", "c,0,0"].flatMap((line) => {
      const [unit, g, effect] = line.split(",");
      return [2001, 2002, 2003, 2004].map(
        (year) => `${unit},${year},${g},${year - 2000 + (g !== "0" && year >= Number(g) ? Number(effect) : 0)}`
      );
    })
  )
  .join("\n");

describe("pav bacon", () => {
  let file = "";
  beforeAll(async () => {
    file = join(await findFolder({"panel.csv": panel}), "panel.csv");
  });

  it("prints a row a comparison, and what they come to", async () => {
    const names = ["--id", "unit", "--time", "year", "--cohort", "g", "--outcome", "score", "--format", "csv"];
    const {stdout, stderr} = await runCommand(baconCommand, file, ...names);
    const [header, ...rows] = stdout.trim().split("\n");
    expect(header).toBe("treated,untreated,kind,estimate,weight");
    expect(rows.map((row) => row.split(",").slice(0, 3).join(" "))).toEqual([
      "2002 2003 earlier_v_later",
      "2002 never treated_v_never_treated",
      "2003 2002 later_v_earlier",
      "2003 never treated_v_never_treated"
    ]);
    expect(rows.map((row) => Number(row.split(",")[3]))).toEqual([1, 1, 2, 2]);
    expect(rows.reduce((sum, row) => sum + Number(row.split(",")[4]), 0)).toBeCloseTo(1, 11);
    expect(stderr).toContain("of the weight is on comparisons with units already treated");
  });

  it("has nothing to say of units that are all treated from one period on, and of one column in two places", async () => {
    const lines = panel.split("\n").filter((line) => !line.startsWith("c"));
    const same = lines.map((line) => line.replace(/^(b,\d+),2003/, "$1,2002")).join("\n");
    const one = join(await findFolder({"same.csv": same}), "same.csv");
    const names = ["--id", "unit", "--time", "year", "--cohort", "g", "--outcome"];
    await expect(runCommand(baconCommand, one, ...names, "score")).rejects.toThrow("there is nothing to compare");
    await expect(runCommand(baconCommand, file, ...names, "g")).rejects.toThrow("--cohort and --outcome are both g");
  });

  it("reads a panel as estimate does: one unit written in two ways is refused", async () => {
    const twice = panel.replace("c,2004", "C,2004");
    const path = join(await findFolder({"twice.csv": twice}), "twice.csv");
    const names = ["--id", "unit", "--time", "year", "--cohort", "g", "--outcome", "score"];
    await expect(runCommand(baconCommand, path, ...names)).rejects.toThrow("“C” is written “c” in row 10");
  });
});
