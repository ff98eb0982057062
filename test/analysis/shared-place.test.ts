import {randomNormal, range} from "d3";
import {describe, expect, it} from "vitest";
import {alikeInPlace, widening} from "../../src/analysis/shared-place.ts";
import type {CohortChanges} from "../../src/analysis/changes.ts";
import {mersenneTwister} from "../../src/statistics/mersenne-twister.ts";

/** A pool of 60 places of 8 schools, which share so much of the variance of their changes. */
function pool(shared: number): {cohorts: CohortChanges[]; authority: Int32Array} {
  const normal = randomNormal.source(mersenneTwister(5))();
  const place = range(60).map(() => Math.sqrt(shared) * normal());
  const authority = Int32Array.from(range(480), (row) => Math.floor(row / 8));
  const residual = [Float64Array.from(authority, (of) => place[of]! + Math.sqrt(1 - shared) * normal())];
  const rows = Int32Array.from(range(480));
  return {cohorts: [{sets: {joiners: new Int32Array(0)}, rows, residual} as unknown as CohortChanges], authority};
}

const alikeOf = (shared: number): number => {
  const {cohorts, authority} = pool(shared);
  return alikeInPlace(cohorts, authority)[0]!;
};

describe("alikeInPlace(cohorts, authority)", () => {
  it("finds how much of the variance schools of a place share", () => {
    expect(alikeOf(0.3)).toBeGreaterThan(0.2);
    expect(alikeOf(0.3)).toBeLessThan(0.4);
    expect(alikeOf(0)).toBeLessThan(0.05);
  });

  it("is zero where places are unknown or nobody has a value", () => {
    const {cohorts} = pool(0.3);
    expect(alikeInPlace(cohorts, new Int32Array(480).fill(-1))[0]).toBe(0);
    expect(alikeInPlace([{...cohorts[0]!, residual: [null]}], new Int32Array(480))[0]).toBe(0);
  });
});

describe("widening(places, alike)", () => {
  it("is none for schools of as many places, and grows with those of one", () => {
    expect(widening([1, 2, 3], 0.5)).toBe(1);
    expect(widening([1, 1, 1, 1, 1], 0.1)).toBeCloseTo(Math.sqrt(1.4), 12);
    expect(widening([1, 1, 2, 2], 0.1)).toBeCloseTo(Math.sqrt(1.1), 12);
  });

  it("takes schools of unknown places for schools of different ones", () => {
    expect(widening([-1, -1, -1], 0.5)).toBe(1);
  });
});
