import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {mdesCommand} from "../../pipelines/commands/mdes.ts";
import {mersenneTwister, normalNumbers} from "../../src/library/statistics/mersenne-twister.ts";
import {findFolder} from "../support/published-files.ts";
import {runCommand} from "../support/run-command.ts";

const csv = async (...args: string[]) =>
  (await runCommand(mdesCommand, ...args, "--format", "csv")).stdout.trim().split("\n");

async function panelFile(): Promise<string> {
  const normal = normalNumbers(mersenneTwister(8));
  const rows = Array.from({length: 120}, (_, id) =>
    Array.from({length: 8}, (__, t) => `${id},${2010 + t},${id < 20 ? 2014 : 0},${normal().toFixed(6)}`)
  ).flat();
  return join(await findFolder({"panel.csv": ["urn,year,g,score", ...rows].join("\n")}), "panel.csv");
}

describe("pav mdes", () => {
  it("prints the effect of a design of clusters, or of individuals", async () => {
    const clusters = await csv("--clusters", "20", "--units", "30", "--icc", "0.05");
    expect(clusters[0]).toBe("design,effect,se,low,high,degrees");
    expect(clusters[1].startsWith("clusters,0.379967227597,")).toBe(true);
    expect((await csv("--design", "individuals", "--units", "400"))[1]).toContain("individuals,0.280846760782,");
  });

  it("measures a panel’s own variation, by formula and by drawing placebos", async () => {
    const columns = ["--id", "urn", "--time", "year", "--outcome", "score", "--cohort", "g"];
    const [header, formula, simulation] = await csv(await panelFile(), ...columns, "--schools", "20");
    expect(header).toBe("method,effect,se,degrees,power");
    const se = Math.sqrt((1 / 3 + 1 / 3) * (1 / 20 + 1 / 80));
    expect(Math.abs(Number(formula.split(",")[2]) / se - 1)).toBeLessThan(0.15);
    expect(Math.abs(Number(simulation.split(",")[2]) / se - 1)).toBeLessThan(0.2);
  });

  it("says what is missing or too much", async () => {
    await expect(csv("--clusters", "20")).rejects.toThrow("--units is missing");
    await expect(csv("--clusters", "3", "--units", "30")).rejects.toThrow("--clusters leaves 0 degrees of freedom");
    const file = await panelFile();
    const columns = ["--id", "urn", "--time", "year", "--outcome", "score", "--cohort", "g"];
    await expect(csv(file, ...columns)).rejects.toThrow("--schools is missing");
    await expect(csv(file, ...columns, "--schools", "500")).rejects.toThrow("asked of 100");
    await expect(csv(file, ...columns, "--schools", "20", "--base", "2")).rejects.toThrow(
      "--base 2 is no span of years"
    );
  });
});
