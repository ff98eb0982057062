import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import type {ValidationFile} from "../../src/release/release.ts";

const kept = JSON.parse(readFileSync("data/validation/planner.json", "utf8")) as ValidationFile;
const column = (name: string) => kept.columns.findIndex((one) => one.name === name);

describe("the planner held to the panel, as last kept", () => {
  test("its standard errors are those of placebo programmes, to a tenth for most outcomes and a fifth for all", () => {
    const apart = kept.rows.map((row) => row[column("difference in standard errors, %")]).filter((d) => d !== null);
    expect(apart.length).toBeGreaterThanOrEqual(8);
    expect(apart.every((d) => Math.abs(Number(d)) < 20)).toBe(true);
    expect(apart.filter((d) => Math.abs(Number(d)) < 10).length).toBeGreaterThan(0.75 * apart.length);
  });

  test("an effect of its size is seen about four times in five", () => {
    const seen = kept.rows.map((row) => row[column("how often its effect is seen, %")]).filter((d) => d !== null);
    for (const share of seen) expect(Math.abs(Number(share) - 80)).toBeLessThan(5);
  });

  test("every line beyond its standard is named as one that falls short", () => {
    const beyond = kept.rows.filter((row) =>
      ["difference, %", "difference in standard errors, %"].some(
        (name) => Math.abs(Number(row[column(name)] ?? 0)) > 15
      )
    );
    expect(kept.fails).toHaveLength(beyond.length);
    for (const row of beyond) expect(kept.fails.some((words) => words.includes(String(row[1])))).toBe(true);
  });
});
