import {mean, range} from "d3";
import {expect, test} from "vitest";
import {chooseMethod, estimateEffects} from "../../../src/analysis/effects/estimated.ts";
import {drawNothing} from "../../support/nothing-planted.ts";

test.each([
  {donors: 400, apart: 0, least: 0.93, most: 0.97},
  {donors: 400, apart: 2, least: 0.95, most: 0.995},
  {donors: 40, apart: 2, least: 0.93, most: 0.995}
])(
  "an interval by randomisation holds an effect of nothing as often as it says: %o",
  ({donors, apart, least, most}) => {
    const drawn = range(1, 401).map((seed) => {
      const {found, terms} = drawNothing(seed / 1000, {donors, apart});
      return estimateEffects(found, {...terms, seed});
    });
    expect(drawn.every(({method}) => method === "randomisation")).toBe(true);
    const holds = mean(drawn, ({estimate, se, critical}) => Number(Math.abs(estimate) <= critical * se))!;
    expect(holds).toBeGreaterThan(least);
    expect(holds).toBeLessThan(most);
  }
);

test("the method goes by schools and partnerships", () => {
  expect(chooseMethod(30, 10)).toBe("analytic");
  expect(chooseMethod(29, 10)).toBe("randomisation");
  expect(chooseMethod(30, 9)).toBe("randomisation");
  expect(chooseMethod(300, 4)).toBe("none");
});
