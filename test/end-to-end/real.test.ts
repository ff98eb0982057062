import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import type {IdentityFile, ReconciliationFile, ReleaseFacts, RunFile, SourceRow} from "../../src/release/release.ts";
import {PUBLISHED, realRelease} from "../support/sample-release.ts";

describe.skipIf(!existsSync(PUBLISHED))("the pipeline on real published files (needs ../shared/data)", () => {
  let folder: string;
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(join(folder, `${name}.json`), "utf8")) as T;

  beforeAll(async () => {
    folder = await realRelease("described");
  });

  it("knows every data file, and says which it does not read", async () => {
    const sources = await read<SourceRow[]>("sources");
    expect(sources.flatMap(({files}) => files)).toHaveLength(32);
    const {warnings} = await read<RunFile>("summary");
    expect(warnings.filter((w) => w.includes("was not read"))).toEqual(["README.md was not read: not a CSV file"]);
  });

  it("says that its schools are real", async () => {
    const {synthetic, first_year, last_year} = await read<ReleaseFacts>("release");
    expect({synthetic, first_year, last_year}).toEqual({synthetic: false, first_year: 2007, last_year: 2022});
  });

  it("finds three earlier years for about 390 secondary and 930 primary sponsored academies", async () => {
    const {sponsored_with_three_earlier_years: found} = await read<IdentityFile>("identity");
    const of = (phase: string) => found.find((f) => f.phase === phase)!.schools;
    expect(Math.abs(of("secondary") - 390)).toBeLessThan(20);
    expect(Math.abs(of("primary") - 930)).toBeLessThan(30);
  });

  it("keeps some 250 pairs apart because one file has pupils on both sides in one year", async () => {
    const {refused} = await read<IdentityFile>("identity");
    expect(Math.abs(refused.find(({reason}) => reason === "both_had_pupils")!.links - 250)).toBeLessThan(30);
  });

  it("settles the two schools that whole and reduced files hold differently, and no other", async () => {
    const {resolved} = await read<RunFile>("summary");
    expect([...new Set(resolved.map(({school}) => school))].sort()).toEqual(["116432", "139993"]);
    expect(
      resolved.every(
        ({selected_from, left_in}) => selected_from.startsWith("published/") && left_in.startsWith("reduced/")
      )
    ).toBe(true);
  });

  it("leaves provisional results out where final ones are there", async () => {
    const {earlier_stage} = await read<RunFile>("summary");
    expect(earlier_stage).toEqual([
      {source: "ks4_performance", year: "2018/19", stage: "provisional", schools: expect.any(Number)}
    ]);
  });

  it("reproduces every printed authority total of suspensions from school rows", async () => {
    const notes = await read<ReconciliationFile[]>("reconciliation");
    const totals = notes.filter(
      ({source, level, column}) => source === "exclusions" && level === "local authority" && column === "suspensions"
    );
    expect(totals.length).toBeGreaterThan(0);
    for (const {column, printed, exact, rounding, suppression} of totals)
      expect(exact + rounding + suppression, column).toBe(printed);
  });

  it("tells what it did, source by source", async () => {
    expect(await readFile(join(folder, "../log.txt"), "utf8")).toMatch(/exclusions\s+1\s+242,170\s+235,050/);
  });
});
