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

  it("refuses what it would not listen to, and what would make any effect seen, or none below zero", async () => {
    const file = await panelFile();
    const panel = [file, "--id", "urn", "--time", "year", "--outcome", "score", "--cohort", "g", "--schools", "20"];
    const design = ["--clusters", "40", "--units", "30"];
    const refused: [string[], string][] = [
      [["--design", "individuals", "--units", "100", "--icc", "0.5"], "--icc means nothing to a design of individuals"],
      [[...design, "--schools", "5"], "--schools means nothing to a design of clusters"],
      [[...panel, "--treated", "0.1"], "--treated means nothing where a panel is named"],
      [[...design, "--power", "0.01"], "--power 0.01 is no more than --alpha 0.05"],
      [[...design, "--explained-between", "1", "--explained-within", "1"], "nothing is left to vary"],
      [["--clusters", "40.5", "--units", "30"], "--clusters 40.5 is no whole number"],
      [[...panel.slice(0, -1), "5.4"], "--schools 5.4 is no whole number"],
      [[...panel, "--base=0:2"], "--base 0:2 and --after 0:2 overlap"],
      [[...panel, "--after=-3:2"], "--base -4:-2 and --after -3:2 overlap"]
    ];
    for (const [args, message] of refused) await expect(csv(...args), args.join(" ")).rejects.toThrow(message);
  });

  it("leaves out every row of a school that one row calls treated, and takes no infinite outcome", async () => {
    const rows = (at: (id: number, t: number) => string) =>
      Array.from({length: 12}, (_, id) => Array.from({length: 8}, (__, t) => `${id},${2010 + t},${at(id, t)}`)).flat();
    const of = async (name: string, at: (id: number, t: number) => string) =>
      join(await findFolder({[name]: ["urn,year,g,score", ...rows(at)].join("\n")}), name);
    const options = ["--id", "urn", "--time", "year", "--outcome", "score", "--cohort", "g", "--schools", "3"];
    const once = await of("once.csv", (id, t) => `${id < 4 && t === 7 ? 2014 : 0},${(id * 7 + t * t * (id + 3)) % 11}`);
    await expect(csv(once, ...options.slice(0, -1), "7")).rejects.toThrow("asked of 8");
    const infinite = await of("infinite.csv", (id, t) => `0,${id === 3 && t === 2 ? "inf" : id * t}`);
    await expect(csv(infinite, ...options)).rejects.toThrow("row 28, column score: an infinite outcome");
  });
});
