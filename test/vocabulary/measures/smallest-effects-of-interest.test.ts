import {describe, expect, it} from "vitest";
import {measures} from "../../../src/vocabulary/measures.ts";
import {margin, ofPupilSpread} from "../../../src/vocabulary/measures/smallest-effects-of-interest.ts";

describe("the smallest effect worth having", () => {
  it("is a twentieth of pupils’ standard deviation where that is sourced, with the source in words", () => {
    expect(ofPupilSpread(1.28, "the intervals of 2018/19")).toEqual({
      value: 0.064,
      why: "it is a twentieth of the standard deviation of pupils, 1.28 by the intervals of 2018/19",
      pupil_sd: 1.28
    });
  });

  it("is a margin in the measure’s own unit otherwise", () => {
    expect(margin(1, "it is one in a hundred").pupil_sd).toBeNull();
  });

  it.each(Object.entries(measures))(
    "is a size for %s that its decimals can nearly show, and says why",
    (_, {smallest_effect, digits}) => {
      expect(smallest_effect.value).toBeGreaterThanOrEqual(10 ** -(digits + 1));
      expect(smallest_effect.why).toMatch(/^it is /);
    }
  );
});
