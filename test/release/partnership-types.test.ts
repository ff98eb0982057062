import {join} from "node:path";
import {expect, test} from "vitest";
import {collectRows} from "../../dashboards/components/ui/collect-rows.ts";
import {fewPartnerships, listEffects, writePartnershipTypes} from "../../pipelines/release/partnership-types.ts";
import type {PartnershipTypesFile, PartRow} from "../../src/release/result-index.ts";
import type {PartnershipOutcome} from "../../src/release/partnership-files.ts";
import type {ResultFile} from "../../src/release/results.ts";
import {effect, indexRow, result} from "../dashboards/example-result.ts";
import {emptyFolder} from "../support/published-files.ts";
import {releasedTables} from "../support/released-tables.ts";
import {readPart} from "../../pipelines/files/read-part.ts";

const outcome = (rest: Partial<PartnershipOutcome> = {}) =>
  ({measure: "suspension_rate", phase: "primary", role: "member", effect: effect(1.5), ...rest}) as PartnershipOutcome;
const place = {partnership_type: "area", phase: "primary", role: "member"};
const placed = ["a", "b", "c", "d", "e"].map((id, i) => ({id, partnership_type: "area", model: i < 2 ? 1 : null}));
const few = (outcomes: ReadonlyMap<string, PartnershipOutcome[]>) =>
  fewPartnerships(listEffects(placed, outcomes).get("suspension_rate") ?? []);

test("partnerships are told one by one where fewer than five have an effect, in all or in one model", () => {
  const three = new Map(["a", "b", "e"].map((id, i) => [id, [outcome({effect: effect(i)})]]));
  expect(few(three)).toEqual([
    {...place, model: null, values: [0, 1, 2].map((x) => ({same_trend: x, same_past: x}))},
    {...place, model: 1, values: [0, 1].map((x) => ({same_trend: x, same_past: x}))}
  ]);
  const all = new Map(placed.map(({id}) => [id, [outcome()]]));
  expect(few(all).map(({model}) => model)).toEqual([1]);
});

test("those without an effect, and other measures, are left out", () => {
  const reported = new Map([["a", [outcome({effect: null}), outcome({measure: "fsm6_pct"})]]]);
  expect(few(reported)).toEqual([]);
});

test("every measure has a file, with its results by model, programme and period and no other", async () => {
  const folder = await emptyFolder();
  const index = (["model", "region"] as const).map((dimension) =>
    indexRow({id: dimension, measure: "suspension_rate", dimension, subgroup: "1"})
  );
  const reported = result({id: "model", by: {dimension: "model", value: "1", label: "Model 1"}});
  const results = [
    {partnership_type: "", phase: "primary", measure: "", summary: "", title: "", results: [reported]} as const
  ];
  await writePartnershipTypes(await releasedTables(), folder, {
    index: [...index, indexRow()],
    results: results as unknown as ResultFile[],
    outcomes: new Map()
  });
  const read = async (measure: string) => readPart<PartnershipTypesFile>(join(folder, "types", `${measure}.json.gz`));
  const found = collectRows<PartRow>((await read("suspension_rate")).parts);
  expect(found.map(({dimension, label, from, to}) => [dimension, label, from, to])).toEqual([
    ["model", "Model 1", 1.9, 2.1]
  ]);
  expect(found[0]).not.toHaveProperty("years");
  expect(collectRows<PartRow>((await read("fsm6_pct")).parts)).toEqual([]);
});
