import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import type {IndexRow, ResultIndex} from "../../src/release/result-index.ts";
import {sampleRelease} from "../support/sample-release.ts";

let rows: IndexRow[];

beforeAll(async () => {
  const {columns} = JSON.parse(await readFile(join(await sampleRelease(), "results.json"), "utf8")) as ResultIndex;
  const names = Object.keys(columns) as (keyof IndexRow)[];
  rows = columns.id.map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name][i]])) as never);
});

test("every kind has an effect on some measure, but those joined before free meals are known", () => {
  const without = Object.keys(partnershipTypes).filter(
    (partnership_type) => !rows.some((row) => row.partnership_type === partnership_type && row.from !== null)
  );
  const floor =
    "Not enough is known of these schools: no joining year has results and free meals about the years before.";
  const reasons = rows
    .filter(({partnership_type, schools}) => without.includes(partnership_type) && schools > 0)
    .map(({absent}) => absent);
  expect([...new Set(reasons)]).toEqual([floor]);
  expect(without).toEqual([
    "support_federation",
    "school_sport_partnership",
    "behaviour_collaborative",
    "extended_services_cluster",
    "ict_partnership"
  ]);
});

describe.each(Object.keys(partnershipTypes))("the kind %s on the synthetic England", (partnership_type) => {
  test("has a row for every role", () => {
    expect(new Set(rows.filter((row) => row.partnership_type === partnership_type).map(({role}) => role))).toEqual(
      new Set(["supported", "supporter", "member"])
    );
  });

  test("has in every row an effect with a verdict, or the reason why there is none", () => {
    const odd = rows.filter(
      (row) =>
        row.partnership_type === partnership_type &&
        (row.absent === null) !== (row.from !== null && row.to !== null && row.verdict !== null && row.unit !== null)
    );
    expect(odd).toEqual([]);
  });
});

test("years have a letter or a hyphen for each event time from 0 to 5", () => {
  const reported = rows.filter(({years}) => years !== null);
  expect(reported.length).toBeGreaterThan(0);
  expect(reported.filter(({years}) => !/^[bwhlsuafv-]{6}$/.test(years!))).toEqual([]);
});

test("models of area-based partnerships are called 1 to 4", () => {
  const models = new Set(rows.filter(({dimension}) => dimension === "model").map(({subgroup}) => subgroup));
  expect([...models].every((model) => ["1", "2", "3", "4"].includes(model!))).toBe(true);
});
