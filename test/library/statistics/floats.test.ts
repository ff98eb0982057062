import {expect, it} from "vitest";
import {makeFloats} from "../../../src/library/statistics/index.ts";

it("makeFloats(length, makeValue) makes each value from its place", () => {
  expect(makeFloats(3, (place) => place / 2)).toEqual(Float64Array.of(0, 0.5, 1));
  expect(makeFloats(0, () => NaN)).toEqual(new Float64Array());
});
