import {describe, expect, test} from "vitest";
import {rowShape} from "../../src/lists/row-shape.ts";

const code = (...row: string[]) => rowShape(row, {width: 6, mark: ";"})?.code ?? null;

describe("rowShape(row, {width, mark})", () => {
  test("says nothing of a row as wide as the header", () => {
    expect(code("marsh", "Marsh Learning", "900001", "member", "", "")).toBeNull();
  });

  test.each([
    [["Total", "", "", "3", "", ""], "totals_row"],
    [["", "Grand total:", "3600"], "totals_row"],
    [["Source: minutes of the board"], "remark_row"],
    [["marsh", "Marsh Learning"], "row_shape"],
    [["a", "b", "c", "d", "e", "f", "g"], "row_shape"]
  ])("tells %j as %s", (row, expected) => expect(code(...row)).toBe(expected));

  test("takes a partnership called Total for what it is where the row is filled in", () => {
    expect(code("total", "Total", "900001", "member", "01/09/2018", "")).toBeNull();
  });

  test("names the mark that separates cells", () => {
    expect(rowShape(["a", "b"], {width: 6, mark: ";"})!.fix).toContain("semicolons that are missing");
  });
});
