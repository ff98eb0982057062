import {expect, test} from "vitest";
import {firstResult} from "../../dashboards/components/ui/result-choice.ts";
import {collectRows} from "../../dashboards/components/ui/collect-rows.ts";
import {choiceIndex, lightIndex, timedIndex} from "../../dashboards/data/light-index.ts";
import {resultIndex, TIMED_COLUMNS} from "../../src/analysis/index-row.ts";
import type {IndexRow, LightColumns} from "../../src/release/result-index.ts";
import {indexRow} from "./example-result.ts";

const part = indexRow({dimension: "model", subgroup: "Model 1", from: 9});
const special = indexRow({phase: "special"});
const {phase} = indexRow();
const index = resultIndex([indexRow(), part, indexRow({role: "supporter", absent: "Nobody.", from: null})]);

test("pages take the rows of all schools of a kind, without what only subgroups need", () => {
  const rows = collectRows(lightIndex(index));
  expect(rows.map(({role, from}) => [role, from])).toEqual([
    ["supported", 1.9],
    ["supporter", null]
  ]);
  expect(rows[0]).not.toHaveProperty("id");
  expect(rows[0]).not.toHaveProperty("subgroup");
});

test("pages that open a result’s own file take no more than lets a reader choose it", () => {
  expect(collectRows(choiceIndex(index)).map(({role, verdict, absent}) => [role, verdict, absent])).toEqual([
    ["supported", indexRow().verdict, null],
    ["supporter", indexRow().verdict, "Nobody."]
  ]);
  expect(collectRows(choiceIndex(index))[0]).not.toHaveProperty("from");
  expect(firstResult(collectRows(choiceIndex(index)), {measures: [], types: []})).toEqual(
    firstResult(collectRows(lightIndex(index)), {measures: [], types: []})
  );
});

test("what tells of time comes apart, in rows of their own, and nothing is lost between the two", () => {
  const columns = {...lightIndex(index).columns, ...timedIndex(index, phase).columns} as LightColumns<IndexRow>;
  const [first] = collectRows<IndexRow>({columns});
  expect(Object.keys(timedIndex(index, phase).columns)).toEqual(expect.arrayContaining([...TIMED_COLUMNS]));
  expect(collectRows(timedIndex(index, phase))[0]).not.toHaveProperty("low");
  expect({...first, id: indexRow().id, dimension: null, subgroup: null}).toEqual(indexRow());
});

test("what tells of time comes a phase at a time", () => {
  const both = resultIndex([special, indexRow({schools: 7})]);
  expect(collectRows(timedIndex(both, phase)).map(({phase: of, schools}) => [of, schools])).toEqual([[phase, 7]]);
  expect(collectRows(timedIndex(both, "special")).map(({phase: of}) => of)).toEqual(["special"]);
});

test("figures keep four significant digits, counts all of theirs", () => {
  const one = resultIndex([indexRow({from: -0.0123456, low: 123.456, schools: 12_345})]);
  expect(collectRows(lightIndex(one))[0]).toMatchObject({from: -0.01235, low: 123.5, schools: 12_345});
});
