import {describe, expect, it} from "vitest";
import type {OfEngland} from "../../pipelines/bench/truth-england.ts";
import type {Joined} from "../../pipelines/bench/truth-join.ts";
import {coverageFound, harmFound, plantedFound} from "../../pipelines/bench/truth-tables.ts";

const one: Joined = {
  kind: "multi_academy_trust",
  role: "supporter",
  phase: "secondary",
  measure: "ks4_attainment",
  better: "higher",
  over: "overall",
  base: "window",
  schools: 40,
  partnerships: 12,
  method: "student",
  effect: {value: -1, low: -1.5, high: -0.5},
  planted: -1.2,
  planted_beside: -0.9,
  sd: 10,
  equivalent: false,
  no_harm: false,
  worth: 0.5
};
const england = (variant: OfEngland["variant"], joined: Joined[], seed = 1): OfEngland => ({
  variant,
  schools: 600,
  seed,
  joined
});
const valueIn = ({columns, rows}: ReturnType<typeof coverageFound>, name: string, row = 0) =>
  rows[row]![columns.findIndex((column) => column.name === name)];

describe("plantedFound(englands)", () => {
  it("is a row a kind, role, phase and measure, over the Englands in which something was planted", () => {
    const missed = {...one, effect: {value: 0, low: -0.2, high: 0.2}};
    const found = plantedFound([england("planned", [one]), england("planned", [missed], 2), england("nothing", [one])]);
    expect(found.rows).toHaveLength(1);
    expect(valueIn(found, "Englands")).toBe(2);
    expect(valueIn(found, "estimated")).toBe(-0.5);
    expect(valueIn(found, "intervals that hold it, %")).toBe(50);
  });

  it("leaves out what has no interval", () => {
    const none = {...one, effect: {value: 0, low: null, high: null}};
    expect(plantedFound([england("planned", [none])]).rows).toHaveLength(0);
  });
});

describe("coverageFound(englands)", () => {
  it("counts claims where nothing is planted by size", () => {
    const nothing = {...one, planted: 0, planted_beside: 0};
    const quiet = {...nothing, effect: {value: 0, low: -1, high: 1}};
    const found = coverageFound([england("nothing", [nothing, quiet, quiet, {...quiet, schools: 12}])]);
    expect(found.rows.map((row) => row[4])).toEqual(["under 15", "30 to 99"]);
    expect(valueIn(found, "claim something, %", 1)).toBe(33.3);
    expect(valueIn(found, "claim something, %", 0)).toBe(0);
    expect(found.summary).toMatch(/25% of 4 intervals/);
  });

  it("tells the median error in standard deviations between schools", () => {
    const found = coverageFound([england("planned", [one])]);
    expect(valueIn(found, "median error, standard deviations between schools")).toBe(-0.01);
  });
});

describe("harmFound(englands)", () => {
  it("counts losses found, and no harm told, of supporters’ attainment alone", () => {
    const told = {...one, effect: {value: 0, low: -0.3, high: 0.3}, no_harm: true, equivalent: true, planted_beside: 0};
    const found = harmFound([
      england("supporters lose", [one, {...one, role: "member"}, {...one, measure: "suspension_rate"}]),
      england("nothing", [told])
    ]);
    expect(found.rows).toHaveLength(2);
    expect([valueIn(found, "a loss is found, %", 0), valueIn(found, "told as no harm, %", 0)]).toEqual([100, 0]);
    expect([valueIn(found, "a loss is found, %", 1), valueIn(found, "told as no harm, %", 1)]).toEqual([0, 100]);
  });
});
