import {describe, expect, it} from "vitest";
import {balanceOfDrawn} from "../../src/analysis/balance.ts";
import {drawComparators} from "../../src/analysis/comparators.ts";
import {setOf} from "../../src/analysis/matched-sets.ts";
import {design} from "../../src/design.ts";
import {simulatedJoining} from "../support/simulated-joining.ts";

describe("drawComparators(joining, variables)", () => {
  it("gives a joiner as many schools as the plan says, whose weights add up to one", () => {
    const {joining, variables} = simulatedJoining({joiners: 20});
    for (const sets of drawComparators(joining, variables).cohorts) {
      sets.joiners.forEach((_, i) => {
        const [first, end] = setOf(sets, i);
        expect(end - first).toBe(design.matching.neighbours);
        expect(sets.weights.subarray(first, end).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      });
    }
  });

  it("compares with nobody who is in a partnership of the kind at the start, or may be", () => {
    const {joining, variables} = simulatedJoining({joiners: 20});
    const treatedFrom = joining.treatedFrom.map((from, row) => (from === Infinity && row % 3 === 0 ? -Infinity : from));
    for (const {cohort, pool} of drawComparators({...joining, treatedFrom}, variables).cohorts) {
      expect([...pool].filter((row) => !(treatedFrom[row]! > cohort))).toEqual([]);
    }
  });

  it("makes comparators more like the joiners than the pool is", () => {
    const {joining, variables} = simulatedJoining({picked: "level"});
    const labels = new Map(variables.map(({name, label}) => [name, label]));
    const {rows} = balanceOfDrawn(drawComparators(joining, variables), labels, joining.schools)!;
    expect(rows).toHaveLength(2);
    for (const {before, after} of rows) expect(Math.abs(after)).toBeLessThan(Math.abs(before) / 3);
  });

  it("counts joiners without earlier results as dropped, with the reason", () => {
    const {joining, variables, outcome} = simulatedJoining({joiners: 20, cohorts: [2007]});
    const {years} = outcome;
    const values = outcome.values.map((value, i) => (years[i % years.length]! < 2008 ? NaN : value));
    const late = variables.map((variable) => ({...variable, by: {years, values}}));
    expect(drawComparators(joining, late)).toMatchObject({
      cohorts: [],
      dropped: [{why: "no earlier results to match on", schools: 20}]
    });
  });
});
