import {range} from "d3";
import {describe, expect, it} from "vitest";
import {subclassify} from "../../../src/library/matching/subclassify.ts";

describe("subclassify(treated, score, {subclasses})", () => {
  it("cuts so that each subclass holds as many treated, and puts others where they belong", () => {
    const treated = Uint8Array.from(range(14), (row) => (row < 12 ? 1 : 0));
    const score = Float64Array.from([...range(12), -5, 6.4]);
    const subclass = subclassify(treated, score, {subclasses: 3});
    expect([...subclass.slice(0, 12)]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
    expect([...subclass.slice(12)]).toEqual([0, 1]);
  });
});
