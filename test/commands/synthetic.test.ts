import {join} from "node:path";
import {range} from "d3";
import {beforeAll, describe, expect, it} from "vitest";
import {syntheticCommand} from "../../pipelines/commands/synthetic.ts";
import {findFolder} from "../support/published-files.ts";
import {runCommand} from "../support/run-command.ts";

/** c is the mean of a and b, and 6 more from 2016 on. */
const panel = [
  "trust,year,joined,score",
  ...range(2010, 2018).flatMap((year) => {
    const [a, b] = [year - 2010, (year * year) % 7];
    const joined = year >= 2016 ? 1 : 0;
    return [`a,${year},0,${a}`, `b,${year},0,${b}`, `c,${year},${joined},${(a + b) / 2 + 6 * joined}`];
  })
].join("\n");

describe("pav synthetic", () => {
  let file = "";
  beforeAll(async () => {
    file = join(await findFolder({"panel.csv": panel}), "panel.csv");
  });
  const synthetic = (...args: string[]) =>
    runCommand(
      syntheticCommand,
      ...[file, "--id", "trust", "--time", "year", "--treated", "joined", "--outcome", "score"],
      ...["--format", "csv", ...args]
    );

  it.each(["synthetic_control", "augmented", "synthetic_did", "did"])(
    "prints method,estimate,se by %s",
    async (method) => {
      const {stdout} = await synthetic("--method", method);
      const [header, line] = stdout.trim().split("\n");
      expect(header).toBe("method,estimate,se");
      const [name, estimate, se] = line.split(",");
      expect(name).toBe(method);
      // Frank–Wolfe stops early, so synthetic_did is near 6 only.
      expect(Math.abs(Number(estimate) - 6)).toBeLessThan(method === "synthetic_did" ? 0.3 : 1e-4);
      expect(Number(se)).toBeGreaterThan(0);
    }
  );

  it("prints weights on units, and effects by period", async () => {
    const weights = await synthetic("--method", "synthetic_control", "--unit-weights");
    expect(weights.stdout).toMatch(/^unit,weight\na,0\.5\d*\nb,0\.\d+\n$/);
    const path = await synthetic("--method", "synthetic_control", "--path");
    expect(path.stdout.split("\n")[0]).toBe("time,effect");
    expect(path.stdout.trim().split("\n")).toHaveLength(9);
  });

  it("asks for placebos where one unit is treated", async () => {
    await expect(synthetic("--se", "jackknife")).rejects.toMatchObject({
      message: "the jackknife needs two treated units, and there is one",
      fix: "use --se placebo"
    });
  });
});
