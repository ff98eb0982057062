import {describe, expect, it} from "vitest";
import {funnel, standardQuantiles} from "../../../src/library/inference/funnel.ts";
import type {FunnelOptions} from "../../../src/library/inference/funnel.ts";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";

const shares: FunnelOptions = {scale: "proportion", extremes: "winsorised", trim: 0.1, quantiles: standardQuantiles};
const uniform = mersenneTwister(7);

/** Units that differ by chance alone, or by `spread` in their share as well. */
function units(spread: number) {
  const denominator = Float64Array.from({length: 200}, () => 50 + Math.floor(400 * uniform()));
  const numerator = denominator.map((n) => {
    const share = 0.6 + spread * (uniform() - 0.5);
    return Array.from({length: n}, () => (uniform() < share ? 1 : 0)).reduce((a: number, b) => a + b, 0);
  });
  return {numerator, denominator};
}

describe("funnel(counts, options)", () => {
  it("has about one unit in twenty outside its 95 % limits where chance is all there is", () => {
    const counts = units(0);
    const drawn = funnel(counts, shares);
    const outside = drawn.ratio.filter((r, i) => {
      const {low95, high95} = drawn.limits(counts.denominator[i]);
      return r < low95 || r > high95;
    }).length;
    expect(outside / 200).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 200));
    expect(drawn.phi).toBeLessThan(1.2);
  });

  it("widens its limits where units differ by more than chance", () => {
    const drawn = funnel(units(0.3), shares);
    expect(drawn.tau2).toBeGreaterThan(0);
    expect(drawn.adjusted(200).high95).toBeGreaterThan(drawn.limits(200).high95);
  });

  it("narrows to the target as the denominator grows, without overdispersion", () => {
    const drawn = funnel(
      {numerator: Float64Array.of(60, 120, 180), denominator: Float64Array.of(100, 200, 300)},
      shares
    );
    expect(drawn.tau2).toBe(0);
    expect(drawn.adjusted(1e10).low998).toBeCloseTo(drawn.target, 4);
  });

  it("leaves out the first and last tenth of scores, or pulls them in", () => {
    const counts = units(0);
    const truncated = funnel(counts, {...shares, extremes: "truncated"}).kept;
    expect(truncated.filter((z) => Number.isNaN(z)).length).toBe(40);
    const {kept, z} = funnel(counts, shares);
    expect(Math.max(...kept)).toBeLessThan(Math.max(...z));
    expect(kept.some((score) => Number.isNaN(score))).toBe(false);
  });

  it("stays within 0 and 1 for shares, and above 0 for ratios", () => {
    expect(funnel(units(0.3), shares).adjusted(1)).toMatchObject({low998: 0, high998: 1});
    const ratio = {numerator: Float64Array.of(5, 9, 30), denominator: Float64Array.of(6, 8, 28)};
    const {adjusted, limits} = funnel(ratio, {...shares, scale: "root_ratio"});
    expect(adjusted(1).low998).toBe(0);
    expect(limits(1).low998).toBeGreaterThan(0);
  });
});
