import {describe, expect, it} from "vitest";
import type {CaseResults} from "../../pipelines/validation/calibration.ts";
import {cases} from "../../pipelines/validation/calibration-cases.ts";
import {calibrationFound, calibrationRow} from "../../pipelines/validation/calibration-table.ts";
import type {Effect} from "../../src/release/results.ts";

const estimate = (low: number, high: number) => ({value: (low + high) / 2, se: 1, low, high});
/** An effect whose intervals under A and B leave out zero, or do not. */
const effect = (a: boolean, b: boolean): Effect => {
  const of = (clear: boolean) => (clear ? estimate(1, 3) : estimate(-1, 1));
  const low = a && b ? 1 : -1;
  return {from: 0, to: 2, low, high: 3, same_trend: of(a), same_past: of(b)};
};
const none: Effect = {...effect(false, false), low: null, high: null};
const many = (count: number, of: Effect): Effect[] => Array.from({length: count}, () => of);

const request = (pick: CaseResults["placebo"]["pick"], effects: Effect[] | null, claims = 0): CaseResults => ({
  placebo: {phase: "secondary", measure: "ks4_attainment", partnerships: 5, schools: 3, pick},
  results: effects && {effects, claims}
});
const mix = (both: number, aOnly: number, bOnly: number): Effect[] => [
  ...many(both, effect(true, true)),
  ...many(aOnly, effect(true, false)),
  ...many(bOnly, effect(false, true)),
  ...many(100 - both - aOnly - bOnly, effect(false, false))
];

describe("calibrationRow(caseResults)", () => {
  it("gives the shares that leave out zero under A, B and both, and that claim", () => {
    expect(calibrationRow(request("by lot", mix(3, 2, 1), 2)).slice(0, 10)).toEqual(
      expect.arrayContaining([15, 5, "by lot", 100, 5, 4, 3, 2])
    );
  });

  it("holds by lot where A and B each leave out zero in 3 to 7 %, and fails beyond", () => {
    const verdict = (...terms: Parameters<typeof request>) => calibrationRow(request(...terms)).at(-1);
    expect(verdict("by lot", mix(3, 2, 1))).toBe("holds");
    expect(verdict("by lot", mix(2, 0, 1))).toBe("FAILS");
    expect(verdict("by lot", mix(3, 5, 1))).toBe("FAILS");
    expect(verdict("bad year", mix(3, 40, 1), 5)).toBe("holds");
    expect(verdict("bad year", mix(9, 0, 0), 6)).toBe("FAILS");
  });

  it("counts no draw without an interval, and says where there is nothing to draw from", () => {
    expect(calibrationRow(request("by lot", [...mix(4, 0, 0), none])).at(5)).toBe(100);
    expect(calibrationRow(request("by lot", [none])).at(-1)).toBe("no interval is claimed");
    expect(calibrationRow(request("by lot", null)).at(-1)).toBe("too few schools to draw from");
  });
});

describe("calibrationFound(all, {draws, command})", () => {
  it("names what fails, and gives every row a cell a column", () => {
    const found = calibrationFound(
      [request("by lot", mix(3, 2, 1)), request("by lot", mix(9, 0, 0), 6), request("bad year", null)],
      {
        draws: 100,
        command: ""
      }
    );
    expect(found.summary).toBe("1 of 2 rows hold; 1 fail.");
    expect(found.fails).toEqual(["15 schools, by lot, GCSE attainment: A leaves out zero in 9%, B in 9%, 6% claim"]);
    for (const row of found.rows) expect(row).toHaveLength(found.columns.length);
  });
});

describe("cases", () => {
  it("asks 5, 15, 60 and 300 schools of every measure, however they are picked", () => {
    expect(new Set(cases.map(({partnerships, schools}) => partnerships * schools))).toEqual(new Set([5, 15, 60, 300]));
    expect(cases).toHaveLength(4 * 4 * 3);
  });
});
