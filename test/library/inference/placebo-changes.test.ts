import {describe, expect, it} from "vitest";
import {placeboChanges} from "../../../src/library/inference/placebo-changes.ts";

const windows = {base: [-2, -1], after: [0, 1]} as const;
const school = (from: number, values: number[]) => new Map(values.map((value, i) => [from + i, value]));

describe("placeboChanges(series, windows)", () => {
  it("gives the change in means for every start that has both windows", () => {
    const changes = placeboChanges([school(2010, [1, 3, 5, 9, 9]), school(2010, [0, 0, 1, 1, 2])], windows);
    expect([...changes.keys()]).toEqual([2012, 2013]);
    expect([...changes.get(2012)!]).toEqual([5, 1]);
    expect([...changes.get(2013)!]).toEqual([5, 1]);
  });

  it("leaves out schools with a gap, and starts with fewer than two schools", () => {
    const gap = new Map([...school(2010, [1, 1, 1, 1, 1])].filter(([year]) => year !== 2012));
    expect(placeboChanges([gap, school(2010, [1, 1, 2, 2])], windows).size).toBe(0);
  });
});
