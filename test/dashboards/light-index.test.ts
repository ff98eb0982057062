import {expect, test} from "vitest";
import {lightIndex} from "../../dashboards/data/light-index.ts";
import {absentRow, resultIndex} from "../../src/analysis/index-row.ts";

const row = absentRow({kind: "federation", role: "member", phase: "primary", measure: "absence_pct", absent: "None."});

test("the index that pages take lacks ids and nothing else", () => {
  const whole = resultIndex([row, row]);
  const {id, ...used} = whole.columns;
  expect(id).toHaveLength(2);
  expect(lightIndex(whole).columns).toEqual(used);
});

test("figures keep four significant digits, counts all of theirs", () => {
  const {columns} = lightIndex(resultIndex([{...row, value: -0.0123456, low: 123.456, schools: 12_345}]));
  expect([columns.value[0], columns.low[0], columns.schools[0]]).toEqual([-0.01235, 123.5, 12_345]);
});
