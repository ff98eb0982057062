import {describe, expect, it} from "vitest";
import {probabilityAbove} from "../../../src/library/inference/probability-above.ts";

describe("probabilityAbove(effect, threshold)", () => {
  it("is a half at the estimate and 97.5 % where the interval’s lower end is", () => {
    expect(probabilityAbove({estimate: 0.3, se: 0.1}, 0.3)).toBe(0.5);
    expect(probabilityAbove({estimate: 0.3, se: 0.1}, 0.3 - 0.1959963984540054)).toBeCloseTo(0.975, 12);
  });

  it("keeps its digits where it is all but certain that there is none", () => {
    expect(probabilityAbove({estimate: 0, se: 1}, 10) / 7.61985302416e-24).toBeCloseTo(1, 9);
  });
});
