import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvParse} from "d3";
import {describe, expect, it} from "vitest";
import {estimateCommand} from "../../pipelines/commands/estimate.ts";
import {runCommand} from "../support/run-command.ts";
import {randomPanel} from "../support/random-panel.ts";

const columns = ["--id", "school", "--time", "year", "--cohort", "g", "--outcome", "score"];

describe("pav estimate where rounding is all there is", () => {
  const rows = (panel: ReturnType<typeof randomPanel>, outcome: (row: number) => number) =>
    [...panel.unit].map((u, row) =>
      [panel.ids[u], panel.period[row], panel.cohort[u] === Infinity ? 0 : panel.cohort[u], outcome(row)].join()
    );
  const estimate = async (lines: readonly string[], ...args: string[]) => {
    const path = join(await mkdtemp(join(tmpdir(), "estimate-")), "panel.csv");
    await writeFile(path, `school,year,g,score\n${lines.join("\n")}\n`);
    const {stdout, stderr} = await runCommand(estimateCommand, path, ...columns, "--format", "csv", ...args);
    return {rows: csvParse(stdout), stderr};
  };

  it("gives the same intervals in any order of the rows", async () => {
    for (const seed of [1, 2, 3, 4]) {
      const panel = randomPanel({seed, units: 24, missing: 0.2});
      const lines = rows(panel, (row) => panel.outcome[row]);
      const args = ["--estimator", "sun_abraham", "--aggregate", "cohort"];
      const [there, back] = [await estimate(lines, ...args), await estimate([...lines].reverse(), ...args)];
      there.rows.forEach((row, i) => {
        for (const column of ["estimate", "se", "low", "high"])
          expect(Number(back.rows[i][column]), `${seed} ${row["term"]} ${column}`).toBeCloseTo(Number(row[column]), 9);
      });
    }
  });

  it("gives the same intervals wherever outcomes are counted from", async () => {
    for (const seed of [1, 2, 3, 4]) {
      const panel = randomPanel({seed, units: 24, missing: 0.2});
      const args = ["--estimator", "sun_abraham", "--aggregate", "cohort"];
      const near = await estimate(
        rows(panel, (row) => Math.round(1000 * panel.outcome[row]) / 1000),
        ...args
      );
      const far = await estimate(
        rows(panel, (row) => 1e9 + Math.round(1000 * panel.outcome[row]) / 1000),
        ...args
      );
      near.rows.forEach((row, i) => {
        for (const column of ["estimate", "se", "low", "high"])
          expect(Number(far.rows[i][column]), `${seed} ${row["term"]} ${column}`).toBeCloseTo(Number(row[column]), 5);
      });
    }
  });

  it.each(["sun_abraham", "callaway_santanna", "imputation", "two_stage", "twfe"])(
    "claims no error and no interval of %s where the outcome is unit and year alone, and says so",
    async (estimator) => {
      const panel = randomPanel({seed: 5, units: 24});
      const lines = rows(panel, (row) => Math.sin(panel.period[row]) + panel.unit[row] / 7);
      const {rows: printed, stderr} = await estimate(lines, "--estimator", estimator, "--aggregate", "simple");
      expect(Number(printed[0]["estimate"])).toBeCloseTo(0, 9);
      expect(printed[0]).toMatchObject({se: "", low: "", high: ""});
      expect(stderr).toContain("no standard errors are claimed of overall");
    }
  );
});
