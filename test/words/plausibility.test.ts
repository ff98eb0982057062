import {describe, expect, it} from "vitest";
import {judgePlausibility} from "../../src/words/plausibility.ts";

const spread = {domain: "attainment", pupil_sd: 10, school_sd: 4} as const;

describe("judgePlausibility(effect, spread)", () => {
  it("asks for a check above a fifth of pupils’ standard deviation, either way", () => {
    expect(
      [2, -2.5, 2.5].map(
        (effect) => judgePlausibility({from: effect, to: effect}, spread)?.startsWith("Check selection") ?? null
      )
    ).toEqual([null, true, true]);
  });

  it("takes pupils to spread √5 times as far as schools where only schools’ spread is known", () => {
    const known = {...spread, pupil_sd: null};
    const at = (effect: number) => judgePlausibility({from: effect, to: effect}, known);
    const limit = 0.2 * 4 * Math.sqrt(5);
    expect([at(limit - 0.01), at(limit + 0.01)]).toEqual([null, expect.stringContaining("about 0.2")]);
  });

  it("goes by the larger of both estimates", () => {
    expect([judgePlausibility({from: 0.1, to: 3}, spread), judgePlausibility({from: -3, to: 0.1}, spread)]).toEqual([
      expect.stringContaining("up to 0.3"),
      expect.stringContaining("up to 0.3")
    ]);
  });

  it("says nothing of measures that are not of attainment", () => {
    expect(judgePlausibility({from: 99, to: 99}, {...spread, domain: "behaviour"})).toBeNull();
  });
});
