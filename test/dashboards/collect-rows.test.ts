import {expect, test} from "vitest";
import {collectRows} from "../../dashboards/components/ui/collect-rows.ts";

test("columns become rows, in their order", () => {
  expect(collectRows<{a: number; b: string | null}>({columns: {a: [1, 2], b: ["x", null]}})).toEqual([
    {a: 1, b: "x"},
    {a: 2, b: null}
  ]);
});

test("no columns are no rows", () => expect(collectRows({columns: {}})).toEqual([]));

test("columns of unequal length are a fault of the release, not rows with holes", () => {
  expect(() => collectRows<{a: number; b: number}>({columns: {a: [1, 2], b: [1]}})).toThrow(/column b/);
});
