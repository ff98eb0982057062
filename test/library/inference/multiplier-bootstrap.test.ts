import {randomLcg} from "d3";
import {describe, expect, it} from "vitest";
import {clusteredError} from "../../../src/library/inference/cluster-influence.ts";
import {multiplierBootstrap} from "../../../src/library/inference/multiplier-bootstrap.ts";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";

const units = 200;
const uniform = mersenneTwister(5);
const noise = () => Float64Array.from({length: units}, () => uniform() - 0.5);
const alone = {of: Int32Array.from({length: units}, (_, i) => i), count: units};
const fives = {of: Int32Array.from({length: units}, (_, i) => Math.floor(i / 5)), count: units / 5};

describe("multiplierBootstrap(influences, clustering)", () => {
  it.each(["mammen", "rademacher"] as const)("finds the clustered standard error with %s multipliers", (weights) => {
    const influence = noise();
    for (const clustering of [alone, fives]) {
      const {errors} = multiplierBootstrap([influence], clustering, {draws: 4000, source: randomLcg(1), weights});
      // The interquartile range of n normal draws has a standard error of 1.17 ÷ √n of it; four of them, and the draws are not quite normal.
      expect(errors[0] / clusteredError(influence, clustering)).toBeCloseTo(1, 1);
      expect(Math.abs(errors[0] / clusteredError(influence, clustering) - 1)).toBeLessThan(0.08);
    }
  });

  it("has the normal’s critical value for one estimate, and Šidák’s for many that are independent", () => {
    const options = {draws: 4000, source: randomLcg(2)};
    const one = multiplierBootstrap([noise()], alone, options).critical;
    const ten = multiplierBootstrap(Array.from({length: 10}, noise), alone, options).critical;
    // Quantiles at 0.95 and 0.95^(1/10) of |z|: 1.960 and 2.800; a quantile of 4,000 draws errs by some 0.03 and 0.05.
    expect(Math.abs(one - 1.96)).toBeLessThan(0.15);
    expect(Math.abs(ten - 2.8)).toBeLessThan(0.2);
  });

  it("needs no more for estimates that move as one", () => {
    const influence = noise();
    const options = {draws: 999, source: randomLcg(3)};
    const same = multiplierBootstrap([influence, influence.map((psi) => 3 * psi)], alone, options);
    const one = multiplierBootstrap([influence], alone, {...options, source: randomLcg(3)});
    expect(same.critical).toBeCloseTo(one.critical, 12);
    expect(same.errors[1] / same.errors[0]).toBeCloseTo(3, 10);
  });

  it("draws the same from the same seed", () => {
    const influences = [noise(), noise()];
    const run = (seed: number) => multiplierBootstrap(influences, fives, {draws: 99, source: randomLcg(seed)});
    expect(run(4)).toEqual(run(4));
    expect(run(5)).not.toEqual(run(4));
  });

  it("is not led astray by an estimate that nothing moves", () => {
    const influence = noise();
    const run = (influences: Float64Array[]) =>
      multiplierBootstrap(influences, alone, {draws: 99, source: randomLcg(6)}).critical;
    expect(run([influence, new Float64Array(units)])).toBe(run([influence]));
  });
});
