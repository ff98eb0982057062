import {describe, expect, it} from "vitest";
import {probabilityOf} from "../../src/telling/probability.ts";

const terms = {better: "higher", worth: 1, shrunken: null} as const;

describe("probabilityOf(estimated, terms)", () => {
  it("is a half where the estimate is just what is worth having", () => {
    expect(probabilityOf({estimate: 1, se: 0.3, degrees: 12}, terms)!.flat).toBeCloseTo(0.5, 12);
  });

  it("counts a fall as the improvement where lower is better", () => {
    const fall = {estimate: -1.5, se: 0.5, degrees: Infinity};
    expect(probabilityOf(fall, {...terms, better: "lower"})!.flat).toBeCloseTo(0.841345, 5);
  });

  it("has the shrunken one from the shrunken effect", () => {
    const shrunken = {estimate: 0, se: 0.5};
    expect(probabilityOf({estimate: 3, se: 1, degrees: 9}, {...terms, shrunken})!.shrunken).toBeCloseTo(0.02275, 5);
  });

  it("is null where neither side is better", () => {
    expect(probabilityOf({estimate: 1, se: 1, degrees: 9}, {...terms, better: "neither"})).toBeNull();
  });
});
