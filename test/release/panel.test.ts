import {describe, expect, test} from "vitest";
import {makePanel, type Values} from "../../src/release/panel.ts";

/** School, year, comparable series, native value, standardised value: a line each. */
const values = (...rows: [number, number, number, number, number][]): Values => ({
  school: rows.map((row) => row[0]),
  year: rows.map((row) => row[1]),
  series_id: rows.map((row) => row[2]),
  native: rows.map((row) => row[3]),
  standardised: rows.map((row) => row[4])
});

describe("panelOf(values)", () => {
  test("no value at all is no panel", () => {
    expect(makePanel(values([1, 2018, 0, NaN, NaN]))).toBeNull();
  });

  test("one segment keeps the measure’s own unit, though a standardised scale is to be had", () => {
    const made = makePanel(values([1, 2017, 0, 40, 0.1], [1, 2018, 0, 42, 0.2]))!;
    expect(made.scale).toBe("native");
    expect([...made.panel.values]).toEqual([40, 42]);
  });

  test("several segments are put on the standardised scale", () => {
    const made = makePanel(values([1, 2016, 0, 60, -0.5], [1, 2017, 1, 40, -0.2]))!;
    expect(made).toMatchObject({scale: "standardised", series_id: null});
    expect([...made.panel.values]).toEqual([-0.5, -0.2]);
  });

  test("without a standardised scale the segment with the most values is taken, alone", () => {
    const made = makePanel(values([1, 2016, 0, 60, NaN], [1, 2017, 1, 40, NaN], [1, 2018, 1, 41, NaN]))!;
    expect(made).toMatchObject({scale: "native", series_id: 1});
    expect(made.panel.years).toEqual([2017, 2018]);
  });

  test("one bridged year is no scale to compare years on", () => {
    expect(makePanel(values([1, 2016, 0, 60, 0.1], [1, 2017, 1, 40, NaN]))!.scale).toBe("native");
  });

  test("years that nobody has are there, empty", () => {
    const made = makePanel(values([7, 2017, 0, 40, NaN], [8, 2019, 0, 44, NaN]))!;
    expect(made.panel).toMatchObject({years: [2017, 2018, 2019], schools: [7, 8]});
    expect([...made.panel.values]).toEqual([40, NaN, NaN, NaN, NaN, 44]);
  });

  test("the order of the rows does not matter to any school’s values", () => {
    const rows = [
      [1, 2017, 0, 40, NaN],
      [2, 2017, 0, 50, NaN],
      [1, 2018, 0, 41, NaN]
    ] as [number, number, number, number, number][];
    const of = (made: ReturnType<typeof makePanel>) =>
      made!.panel.schools.map((school, i) => [school, ...made!.panel.values.slice(2 * i, 2 * i + 2)]).sort();
    expect(of(makePanel(values(...rows)))).toEqual(of(makePanel(values(...rows.reverse()))));
  });
});
