import {expect, test} from "vitest";
import {rowsOf} from "../../dashboards/components/ui/rows-of.ts";

test("columns become rows, in their order", () => {
  expect(rowsOf<{a: number; b: string | null}>({columns: {a: [1, 2], b: ["x", null]}})).toEqual([
    {a: 1, b: "x"},
    {a: 2, b: null}
  ]);
});

test("no columns are no rows", () => expect(rowsOf({columns: {}})).toEqual([]));

test("columns of unequal length are a fault of the release, not rows with holes", () => {
  expect(() => rowsOf<{a: number; b: number}>({columns: {a: [1, 2], b: [1]}})).toThrow(/column b/);
});
