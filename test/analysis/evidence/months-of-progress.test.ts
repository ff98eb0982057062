import {describe, expect, it} from "vitest";
import {monthsOfProgress} from "../../../src/analysis/evidence/months-of-progress.ts";

const terms = {domain: "attainment", pupil_sd: 10};

describe("monthsOfProgress(effect, terms)", () => {
  it.each([
    [0.14, 0],
    [0.2, 1],
    [0.94, 1],
    [1, 2],
    [-1.9, -3],
    [9.6, 12]
  ])("is, for %d where pupils spread 10, %d months", (effect, months) => {
    expect(monthsOfProgress(effect, terms)).toBe(months);
  });

  it("is null beyond the table", () => {
    expect(monthsOfProgress(10.1, terms)).toBeNull();
  });

  it("is null where it is not of attainment, or pupils’ spread is not sourced", () => {
    expect([
      monthsOfProgress(2, {...terms, domain: "attendance"}),
      monthsOfProgress(2, {...terms, pupil_sd: null})
    ]).toEqual([null, null]);
  });
});
