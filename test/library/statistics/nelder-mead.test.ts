import {describe, expect, it} from "vitest";
import {nelderMead} from "../../../src/library/statistics/nelder-mead.ts";
import {polishMinimum} from "../../../src/library/statistics/polish-minimum.ts";

const valley = ([x, y]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;

describe("nelderMead(f, start) and polishMinimum(f, start)", () => {
  it("finds the bottom of Rosenbrock’s valley", () => {
    const [x, y] = nelderMead(valley, [-1.2, 1], {width: 0.5, tolerance: 1e-14});
    expect(x).toBeCloseTo(1, 5);
    expect(y).toBeCloseTo(1, 5);
  });

  it("polishes what comparing values cannot tell apart", () => {
    const f = ([x]: readonly number[]) => 1e6 + Math.cosh(x - 0.3);
    expect(Math.abs(polishMinimum(f, [0.3005], 1e-2)[0] - 0.3)).toBeLessThan(1e-6);
  });

  it("leaves a minimum at a kink where it is", () => {
    expect(polishMinimum(([x]) => Math.abs(x), [0], 1e-3)).toEqual([0]);
  });
});
