import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {PanelColumns} from "../../../src/library/panel/panel-columns.ts";
import {readPanel, type ReadPanelOptions} from "../../../src/library/panel/read-panel.ts";

type Row = readonly [id: string, time: number, cohort: number, outcome: number, weight?: number, cluster?: string];

/** Columns of rows, weights and clusters only where the first row has them. */
function columns(rows: readonly Row[]): PanelColumns {
  return {
    id: rows.map(([id]) => id),
    time: Float64Array.from(rows, ([, time]) => time),
    cohort: Float64Array.from(rows, ([, , g]) => g),
    outcome: Float64Array.from(rows, ([, , , y]) => y),
    ...(rows[0]?.[4] === undefined ? {} : {weights: Float64Array.from(rows, (row) => row[4]!)}),
    ...(rows[0]?.[5] === undefined ? {} : {cluster: rows.map((row) => row[5]!)})
  };
}

const read = (rows: readonly Row[], options: ReadPanelOptions = {}) =>
  readPanel(columns(rows), {file: "p.csv", ...options});

const plain: readonly Row[] = [
  ["b", 2012, 2012, 4],
  ["a", 2011, 0, 1],
  ["b", 2011, 2012, 3],
  ["a", 2012, 0, 2]
];

describe("readPanel(columns)", () => {
  it.each([
    ["outcome", true],
    ["outcome", "5"],
    ["time", "2011"],
    ["cohort", null]
  ])("refuses in %s the value %j of a caller without types", (column, value) => {
    const given = {...columns(plain), [column]: [2011, 2012, 2013, value]};
    expect(() => readPanel(given, {file: "p.csv"})).toThrow(`p.csv, row 5, column ${column}: “${value}” is no number`);
  });

  it("sorts rows by unit and period, units in the order in which they appear", () => {
    const {panel, messages} = read(plain);
    expect(panel.ids).toEqual(["b", "a"]);
    expect([...panel.unit]).toEqual([0, 0, 1, 1]);
    expect([...panel.period]).toEqual([2011, 2012, 2011, 2012]);
    expect([...panel.outcome]).toEqual([3, 4, 1, 2]);
    expect([...panel.cohort]).toEqual([2012, Infinity]);
    expect(messages).toEqual([]);
  });

  it("takes 0, nothing, infinity and years after the last for never", () => {
    for (const never of [0, NaN, Infinity, 2013]) {
      const {panel} = read([...plain, ["c", 2011, never, 1], ["c", 2012, never, 1]]);
      expect(panel.cohort[2], `${never}`).toBe(Infinity);
    }
  });

  it("keeps a cohort just after the last year apart where treatment may be anticipated by then", () => {
    const rows: Row[] = [...plain, ["c", 2011, 2013, 1], ["c", 2012, 2013, 1]];
    expect(read(rows, {anticipation: 1}).panel.cohort[2]).toBe(2013);
    expect(read(rows).messages).toEqual([
      "1 units are treated after 2012, the last period, and count as never treated"
    ]);
  });

  it("leaves out units treated in the first year, and says so", () => {
    const {panel, messages} = read([...plain, ["c", 2011, 2011, 1], ["c", 2012, 2011, 1]]);
    expect(panel.ids).toEqual(["b", "a"]);
    expect(messages).toEqual(["left out 1 units treated in 2011, the first period, or before it"]);
  });

  it("leaves out rows without an outcome, and counts them", () => {
    const {panel, messages} = read([...plain, ["a", 2013, 0, NaN]]);
    expect(panel.unit.length).toBe(4);
    expect(messages).toEqual(["left out 1 of 5 rows without a value for the outcome"]);
  });

  it("gives each unit the mean of weights that vary, or keeps them by period", () => {
    const rows = plain.map((row, i): Row => [...row, [2, 1, 4, 1][i]] as unknown as Row);
    expect([...read(rows).panel.weights!]).toEqual([3, 3, 1, 1]);
    expect(read(rows).messages[0]).toContain("weights vary within 1 units");
    expect([...read(rows, {weightsBy: "period"}).panel.weights!]).toEqual([4, 2, 1, 1]);
  });

  it("takes an empty cluster for the unit itself", () => {
    const cluster = {a: "", b: "P", c: "P"} as const;
    const rows: Row[] = [...plain, ["c", 2011, 0, 1] as const, ["c", 2012, 0, 1] as const].map(
      (row) => [...row, 1, cluster[row[0] as "a"]] as unknown as Row
    );
    const {panel} = read(rows);
    expect(panel.ids).toEqual(["b", "a", "c"]);
    expect(panel.cluster[0]).toBe(panel.cluster[2]);
    expect(panel.clusters).toBe(2);
  });

  it("puts rows that name no cluster in the one that others of the unit name", () => {
    const cluster = ["P", "", "", "Q"];
    const {panel} = read(plain.map((row, i) => [...row, 1, cluster[i]] as unknown as Row));
    expect([panel.clusters, panel.cluster[0] === panel.cluster[1]]).toEqual([2, false]);
    const named = read(plain.map((row) => [...row, 1, row[0] === "a" ? "" : "a"] as unknown as Row));
    expect(named.panel.clusters, "a unit is not in the cluster that bears its name").toBe(2);
  });

  it("drops units that lack a period to balance, and says how many", () => {
    const {panel, messages} = read([...plain, ["c", 2011, 0, 1]], {balance: true});
    expect(panel.ids).toEqual(["b", "a"]);
    expect(messages).toEqual(["left out 1 of 3 units that lack one of the 2 periods"]);
  });

  it("gives the same panel whatever the order of the rows, but for the order of units", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...plain], {minLength: 4, maxLength: 4}), (rows) => {
        const {panel} = read(rows);
        const byUnit = (id: string) => {
          const u = panel.ids.indexOf(id);
          return [...panel.unit.keys()].filter((k) => panel.unit[k] === u).map((k) => panel.outcome[k]);
        };
        expect([byUnit("a"), byUnit("b")]).toEqual([
          [1, 2],
          [3, 4]
        ]);
      })
    );
  });
});

describe("what readPanel refuses, with row, column and what to do", () => {
  it.each<[string, readonly Row[], string]>([
    [
      "two rows of a unit and year",
      [...plain, ["a", 2012, 0, 2]],
      "p.csv, row 6: id a has two rows for time 2012, the other in row 5"
    ],
    [
      "a cohort that changes",
      [...plain, ["a", 2013, 2013, 2]],
      "p.csv, row 6, column cohort: id a has “2013” here and never in row 3"
    ],
    [
      "a period that no year is",
      [...plain, ["a", 1e20, 0, 2]],
      "p.csv, row 6, column time: “100000000000000000000” is no period"
    ],
    ["half a year", [...plain, ["a", 2012.5, 0, 2]], "p.csv, row 6, column time: “2012.5” is no period"],
    ["half a cohort", [...plain, ["c", 2012, 2011.5, 2]], "p.csv, row 6, column cohort: “2011.5” is no cohort"],
    ["an infinite outcome", [...plain, ["c", 2012, 0, Infinity]], "p.csv, row 6, column outcome: an infinite outcome"],
    ["a cohort before all time", [...plain, ["c", 2012, -Infinity, 2]], "column cohort: “-Infinity” is no cohort"],
    ["an infinite weight", [["a", 2011, 0, 1, Infinity]], "p.csv, row 2, column weights: an infinite weight"],
    [
      "weights that are all 0",
      plain.map(([id, t, g, y]): Row => [id, t, g, y, 0]),
      "p.csv: every row lacks a weight above 0"
    ],
    [
      "treated units without weight",
      plain.map(([id, t, g, y]): Row => [id, t, g, y, g ? 0 : 1]),
      "every row of a treated unit lacks a weight above 0"
    ],
    ["a negative weight", [["a", 2011, 0, 1, -1]], "p.csv, row 2, column weights: a weight of “-1”"],
    [
      "a cluster that changes",
      [
        ["a", 2011, 2012, 1, 1, "P"],
        ["a", 2012, 2012, 1, 1, "Q"]
      ],
      "p.csv, row 3, column cluster: id a has “Q” here and “P” in row 2"
    ],
    [
      "one year",
      [
        ["a", 2011, 0, 1],
        ["b", 2011, 0, 1]
      ],
      "p.csv: there is one period only"
    ],
    ["no outcome at all", [["a", 2011, 0, NaN]], "p.csv: every row lacks an outcome"],
    ["nobody treated", plain.filter(([id]) => id === "a"), "no unit is treated"],
    [
      "all treated in the first year",
      plain.map(([id, t, g, y]): Row => [id, t, g && 2011, y]),
      "all 1 treated units are treated in 2011, the first period"
    ]
  ])("%s", (_, rows, message) => {
    expect(() => read(rows)).toThrow(message);
    expect(() => read(rows)).toThrow(expect.objectContaining({fix: expect.stringMatching(/\w/) as string}));
  });
});

describe("columns that are not of one length", () => {
  const whole = columns(plain.map((row): Row => [...row.slice(0, 4), 1] as unknown as Row));
  const short = (values: Float64Array) => values.slice(0, -1);
  it.each<[string, PanelColumns]>([
    ["time", {...whole, time: short(whole.time)}],
    ["cohort", {...whole, cohort: short(whole.cohort)}],
    ["outcome", {...whole, outcome: short(whole.outcome)}],
    ["weights", {...whole, weights: short(whole.weights!)}],
    ["fsm", {...whole, covariates: [{name: "fsm", values: short(whole.outcome)}]}]
  ])("%s: no unit is left out or taken for never treated without a word", (name, given) => {
    expect(() => readPanel(given)).toThrow(`the column ${name} has 3 rows where id has 4`);
  });
});
