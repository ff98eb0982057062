import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {writeComparisons} from "../../pipelines/release/comparisons.ts";
import type {ComparisonNote} from "../../src/release.ts";
import {emptyFolder} from "../support/published-files.ts";

const of = (kind: string, role: string) => ({kind, role, phase: "primary", measure: "fsm6_pct"}) as ComparisonNote;

test("a file holds the comparisons of one choice, all roles together", async () => {
  const folder = await emptyFolder();
  await writeComparisons([of("sponsor", "supported"), of("federation", "member"), of("sponsor", "supporter")], folder);
  expect((await readdir(join(folder, "comparisons"))).sort()).toEqual([
    "federation-primary-fsm6_pct.json",
    "sponsor-primary-fsm6_pct.json"
  ]);
  const found = JSON.parse(await readFile(join(folder, "comparisons", "sponsor-primary-fsm6_pct.json"), "utf8"));
  expect(found.map(({role}: ComparisonNote) => role)).toEqual(["supported", "supporter"]);
});
