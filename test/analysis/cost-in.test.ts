import {describe, expect, it} from "vitest";
import {costIn} from "../../src/analysis/cost-in.ts";
import {simulatedRole} from "../support/simulated-role.ts";

const {study} = simulatedRole();
const rows = Int32Array.of(0, 1);
const differences = {rows, cohorts: Int32Array.of(2014, 2014), partnerships: ["P", "P"], values: []};
const behind = {joiners: [0, 1], effect: {value: 2, low: null, high: null}, overall: null};
const costs = (cost: number[], leftFrom = [Infinity, Infinity]) =>
  costIn(study, {cost: Float64Array.from(cost), leftFrom: Float64Array.from(leftFrom)}, differences, behind);

describe("costIn(study, role, differences, behind)", () => {
  it("is null where no school has a known cost", () => {
    expect(costs([NaN, NaN])).toBeNull();
  });

  it("counts each school from joining until it left", () => {
    // One year at £500, and 2014 to 2022, nine years, at £1,000.
    expect(costs([500, 1000], [2015, Infinity])!.per_school_year).toBeCloseTo((500 + 9 * 1000) / 10, 10);
  });

  it("leaves out schools without a known cost", () => {
    expect(costs([NaN, 1000])).toMatchObject({schools_with_cost: 1, per_school_year: 1000, per_pupil_year: 20});
  });

  it("gives the cost of a unit without limits where no interval is claimed", () => {
    expect(costs([1000, 1000])!.per_unit).toEqual({value: 500, low: null, high: null});
  });
});
