import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {suppress, type Cell} from "../../../src/analysis/evidence/suppress.ts";

const table = (schools: readonly (readonly number[])[]): Cell[] =>
  schools.flatMap((line, r) => line.map((n, c) => ({row: `r${r}`, column: `c${c}`, schools: n, pupils: 30 * n})));

describe("suppress(cells)", () => {
  it("hides a second cell of the row and of the column, and the fourth corner", () => {
    const cells = table([
      [2, 5, 9],
      [6, 7, 9],
      [9, 9, 9]
    ]);
    expect(suppress(cells)).toEqual([true, true, false, true, true, false, false, false, false]);
  });

  it("hides nothing where every cell may be shown", () => {
    expect(
      suppress(
        table([
          [3, 4],
          [5, 6]
        ])
      ).some((is) => is)
    ).toBe(false);
  });

  it("never leaves a hidden cell alone in its row or column", () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(8), {minLength: 3, maxLength: 3}), {minLength: 2, maxLength: 5}),
        (schools) => {
          const cells = table(schools);
          const hidden = suppress(cells);
          for (const side of ["row", "column"] as const) {
            const alone = [...new Set(cells.map((cell) => cell[side]))].filter(
              (line) => cells.filter((cell, i) => cell[side] === line && hidden[i]).length === 1
            );
            expect(alone).toEqual([]);
          }
        }
      )
    ));
});
