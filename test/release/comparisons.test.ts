import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {writeComparisons} from "../../pipelines/release/comparisons.ts";
import type {ComparisonNote} from "../../src/release.ts";
import {emptyFolder} from "../support/published-files.ts";

const of = (kind: string, role: string) => ({kind, role, phase: "primary", measure: "fsm6_pct"}) as ComparisonNote;

const rolesIn = async (folder: string, choice: string): Promise<string[]> =>
  JSON.parse(await readFile(join(folder, "comparisons", `${choice}.json`), "utf8")).map(
    ({role}: ComparisonNote) => role
  );

test("a file holds the comparisons of one choice, all roles together", async () => {
  const folder = await emptyFolder();
  await writeComparisons([of("sponsor", "supported"), of("federation", "member"), of("sponsor", "supporter")], folder);
  expect(await rolesIn(folder, "sponsor-primary-fsm6_pct")).toEqual(["supported", "supporter"]);
  expect(await rolesIn(folder, "federation-primary-fsm6_pct")).toEqual(["member"]);
});

test("a choice that is published and has no comparison has an empty file, and what is not published has none", async () => {
  const folder = await emptyFolder();
  await writeComparisons([], folder);
  expect(await rolesIn(folder, "federation-secondary-ks4_attainment")).toEqual([]);
  expect(await readdir(join(folder, "comparisons"))).not.toContain("federation-primary-ks4_attainment.json");
});
