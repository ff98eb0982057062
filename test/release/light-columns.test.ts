import fc from "fast-check";
import {expect, test} from "vitest";
import {collectRows} from "../../dashboards/components/ui/collect-rows.ts";
import {lightColumns} from "../../src/release/light-columns.ts";

test("text that comes again is told by its place among the texts there are, all else as it is", () => {
  expect(lightColumns({partnership_type: ["a", null, "a", "a"], name: ["x", "y", "z", "z"], n: [1, 1, 1, 1]})).toEqual({
    partnership_type: {values: ["a", null], codes: [0, 1, 0, 0]},
    name: ["x", "y", "z", "z"],
    n: [1, 1, 1, 1]
  });
});

test("pages read back what was there", () =>
  fc.assert(
    fc.property(fc.array(fc.record({a: fc.constantFrom("x", "y", null), b: fc.double()})), (rows) => {
      const columns = {a: rows.map(({a}) => a), b: rows.map(({b}) => b)};
      expect(collectRows({columns: lightColumns(columns)})).toEqual(rows);
    })
  ));
