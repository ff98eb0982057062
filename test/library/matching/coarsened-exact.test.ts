import {describe, expect, it} from "vitest";
import {coarsen, strataOfCodes, sturges} from "../../../src/library/matching/coarsened-exact.ts";

describe("coarsen(covariates, {bins})", () => {
  it("cuts from the smallest to the largest value into equal widths, a cut being above", () => {
    const roll = {name: "roll", values: Float64Array.of(0, 4.9, 5, 9, 10)};
    expect([...coarsen([roll], {bins: 2})]).toEqual([0, 0, 1, 1, 1]);
  });

  it("keeps categories apart within an interval", () => {
    const roll = {name: "roll", values: Float64Array.of(0, 1, 1, 10)};
    const type = {name: "type", levels: ["a", "b"], codes: Int32Array.of(0, 0, 1, 0)};
    expect([...coarsen([roll, type], {bins: 2})]).toEqual([0, 0, 1, 2]);
  });

  it("makes one stratum of a covariate that does not vary", () => {
    expect([...coarsen([{name: "flat", values: Float64Array.of(3, 3)}], {bins: 4})]).toEqual([0, 0]);
  });
});

describe("strataOfCodes(codes)", () => {
  it("does not take 1 and 11 together with 11 and 1 for the same", () => {
    expect([...strataOfCodes([Int32Array.of(1, 11), Int32Array.of(11, 1)])]).toEqual([0, 1]);
  });
});

describe("sturges(n)", () => {
  it("is 11 for 614 and 4 for 8", () => expect([sturges(614), sturges(8)]).toEqual([11, 4]));
});
