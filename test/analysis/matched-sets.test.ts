import {describe, expect, it} from "vitest";
import {comparedAsIn, setOf, withoutComparators, type CohortSets} from "../../src/analysis/matched-sets.ts";

const sets = (cohort: number, comparators: Record<number, number[]>): CohortSets => {
  const all = Object.entries(comparators);
  const from = Int32Array.of(0, ...all.map((_, i) => all.slice(0, i + 1).flatMap(([, of]) => of).length));
  return {
    cohort,
    joiners: Int32Array.from(all, ([row]) => Number(row)),
    partnerships: all.map(() => "p"),
    pool: Int32Array.of(100, 101, 102, 103),
    covariates: [],
    from,
    of: Int32Array.from(all.flatMap(([, of]) => of)),
    weights: Float64Array.from(all.flatMap(([, of]) => of.map(() => 1 / of.length)))
  };
};

const told = (of: CohortSets) =>
  Object.fromEntries(
    Array.from(of.joiners, (row, i) => {
      const [first, end] = setOf(of, i);
      return [row, [...of.of.subarray(first, end)].map((place, k) => [place, of.weights[first + k]])];
    })
  );

describe("comparedAsIn(sets, others)", () => {
  it("takes every joiner’s comparators from its own cohort, and leaves those without any there alone", () => {
    const own = sets(2015, {1: [0, 1], 2: [1, 2], 3: [3]});
    const others = [sets(2014, {1: [3]}), sets(2015, {1: [2], 3: [0, 1]})];
    expect(told(comparedAsIn(own, others))).toEqual({
      1: [[2, 1]],
      2: [],
      3: [
        [0, 0.5],
        [1, 0.5]
      ]
    });
  });

  it("leaves everybody alone where the cohort is not among them", () => {
    expect(told(comparedAsIn(sets(2015, {1: [0]}), [sets(2014, {1: [3]})]))).toEqual({1: []});
  });
});

describe("withoutComparators(sets, keep)", () => {
  it("shares the weight of those left out among the rest", () => {
    const kept = withoutComparators(sets(2015, {1: [0, 1, 2], 2: [0]}), (_, comparator) => comparator !== 100);
    expect(told(kept)).toEqual({
      1: [
        [1, 0.5],
        [2, 0.5]
      ],
      2: []
    });
  });
});
