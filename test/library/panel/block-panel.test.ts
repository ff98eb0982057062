import {range} from "d3";
import {describe, expect, it} from "vitest";
import {
  comparatorsBefore,
  readBlock,
  syntheticMean,
  takeUnits,
  treatedMean
} from "../../../src/library/panel/block-panel.ts";

type Row = [id: string, time: number, treated: number, outcome: number];

const rows: Row[] = [
  ["b", 1999.5, 0, 1],
  ["b", 2000, 0, 2],
  ["b", 2000.5, 1, 9],
  ["c", 1999.5, 0, 3],
  ["c", 2000, 0, 4],
  ["c", 2000.5, 0, 5],
  ["a", 1999.5, 0, 6],
  ["a", 2000, 0, 7],
  ["a", 2000.5, 0, 8]
];

const read = (from: readonly Row[]) =>
  readBlock(
    {
      id: from.map(([id]) => id),
      time: Float64Array.from(from, ([, time]) => time),
      treated: Float64Array.from(from, ([, , treated]) => treated),
      outcome: Float64Array.from(from, ([, , , outcome]) => outcome)
    },
    {file: "panel.csv", row: range(2, from.length + 2)}
  );

const changed = (at: number, row: Row) => rows.map((r, i) => (i === at ? row : r));

describe("readBlock(columns)", () => {
  it("puts comparators first, by name, and periods in order", () => {
    const {units, periods, comparators, before, outcome} = read(rows);
    expect({units, periods: [...periods], comparators, before}).toEqual({
      units: ["a", "c", "b"],
      periods: [1999.5, 2000, 2000.5],
      comparators: 2,
      before: 2
    });
    expect([...outcome]).toEqual([6, 7, 8, 3, 4, 5, 1, 2, 9]);
  });

  it("does not mind the order of the rows", () => expect(read(rows.toReversed())).toEqual(read(rows)));

  it.each([
    ["two rows of one unit and period", [...rows, rows[4]], /row 11: c in 2000 stands in row 6 already/],
    ["a treated that is no 0 or 1", changed(4, ["c", 2000, 2, 4]), /row 6: treated is 2/],
    ["a period that a unit lacks", rows.slice(0, -1), /a has no outcome in 2000.5 \(1 of 3 units/],
    ["nobody treated", changed(2, ["b", 2000.5, 0, 9]), /nobody is treated/],
    [
      "starts in different periods",
      changed(4, ["c", 2000, 1, 4]).with(5, ["c", 2000.5, 1, 5]),
      /start in 2000, 2000.5/
    ],
    ["treatment from the first period", rows.map((r): Row => [r[0], r[1], r[0] === "b" ? 1 : 0, r[3]]), /first period/],
    [
      "nobody left to compare with",
      rows.map((r): Row => [r[0], r[1], r[1] > 2000 ? 1 : 0, r[3]]),
      /every unit is treated/
    ],
    [
      "treatment that stops",
      changed(1, ["b", 2000, 1, 2]).with(2, ["b", 2000.5, 0, 9]),
      /b is treated in 2000 and not in 2000.5/
    ]
  ])("refuses %s", (_, bad, message) => expect(() => read(bad)).toThrow(message));
});

describe("means of a block", () => {
  const panel = read(rows);

  it("are of the treated, and of comparators by their weights", () => {
    expect([...treatedMean(panel)]).toEqual([1, 2, 9]);
    expect([...syntheticMean(panel, Float64Array.of(0.25, 0.75))]).toEqual([3.75, 4.75, 5.75]);
  });

  it("take comparators’ outcomes before the treatment only", () => {
    expect(comparatorsBefore(panel).map((values) => [...values])).toEqual([
      [6, 7],
      [3, 4]
    ]);
  });
});

describe("takeUnits(panel, rows, treated)", () => {
  it("lets a comparator stand in for the treated", () => {
    const selected = takeUnits(read(rows), [1, 0], 1);
    expect([selected.units, selected.comparators, [...treatedMean(selected)]]).toEqual([["c", "a"], 1, [6, 7, 8]]);
  });
});
