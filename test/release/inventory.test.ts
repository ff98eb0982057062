import {describe, expect, test} from "vitest";
import {inventoryNote} from "../../pipelines/release/inventory.ts";
import {makeSourceRows} from "../../pipelines/release/source-notes.ts";
import type {NoOutcomeReason} from "../../src/vocabulary/why-no-outcome.ts";
import {ks4File, ks4Header, ks4Row} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

const run = await ranUpTo({"2018-2019_england_ks4final.csv": ks4File(ks4Row(900001), ks4Row(900002))}, "outcome");

describe("inventoryNote(warehouse)", async () => {
  const {read, lacking} = await inventoryNote(run.warehouse);
  const findReason = (measure: string): NoOutcomeReason[] =>
    lacking.filter(({measures}) => measures.some((one) => one.measure === measure)).map(({reason}) => reason);

  test("names outcomes with figures, and the years they are of", () => {
    expect(read).toContainEqual({measure: "ks4_attainment", phases: ["secondary"], first: 2019, last: 2019});
  });

  test("tells apart why others have none", () => {
    expect(lacking.map(({reason}) => reason)).toEqual(["no_file", "never_published", "not_these_years", "not_read"]);
    expect(findReason("suspension_rate")).toEqual(["no_file"]);
    expect(findReason("ks4_value_added")).toEqual(["not_these_years"]);
  });

  test("has every outcome and phase once", () => {
    const named = [...read, ...lacking.flatMap(({measures}) => measures)].flatMap(({measure, phases}) =>
      phases.map((phase) => `${measure} ${phase}`)
    );
    expect(named).toEqual([...new Set(named)]);
  });
});

test("a source tells what stands in its files and is not read, and which years are published and not here", async () => {
  const notes = await makeSourceRows(run.warehouse, run.sources);
  const ks4 = notes.find(({id}) => id === "ks4_performance")!;
  for (const name of ks4.not_read) expect(ks4Header.split(",")).toContain(name);
  expect(ks4.years_without).toContain(2018);
  expect(ks4.years_without).not.toContain(2019);
  expect(ks4.years_without).not.toContain(2020);
  expect(notes.find(({id}) => id === "absence")!.years_without).toEqual([]);
});
