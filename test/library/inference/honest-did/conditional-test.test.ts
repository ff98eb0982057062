import {describe, expect, it} from "vitest";
import {
  refuses,
  truncationAtBasis,
  truncationBySearch
} from "../../../../src/library/inference/honest-did/conditional-test.ts";
import {leastFavourableValue} from "../../../../src/library/inference/honest-did/least-favourable.ts";
import {minimaxProgram} from "../../../../src/library/inference/honest-did/minimax-program.ts";
import {mersenneTwister, normalNumbers} from "../../../../src/library/statistics/mersenne-twister.ts";

const moments = 6;
const nuisance = [Float64Array.of(1, -1, 0.5, -0.5, 0, 0.3)];
const identity = Float64Array.from({length: moments * moments}, (_, i) => (i % (moments + 1) === 0 ? 1 : 0));
const draw = (normal: () => number, mean = 0) => Float64Array.from({length: moments}, () => mean + normal());

describe("the hybrid conditional test", () => {
  it("refuses no more often than its size where every moment is at its bound", () => {
    const program = minimaxProgram(nuisance, moments);
    const scale = new Float64Array(moments).fill(1);
    const options = {kappa: 0.005, draws: 2000, seed: 1, scale};
    const leastFavourable = leastFavourableValue(program, identity, options);
    const normal = normalNumbers(mersenneTwister(2));
    const draws = 2000;
    let refused = 0;
    for (let i = 0; i < draws; i++) {
      if (refuses(program, draw(normal), identity, {alpha: 0.05, kappa: 0.005, leastFavourable})) refused++;
    }
    expect(refused / draws).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / draws));
    expect(refused / draws).toBeGreaterThan(0.02);
  });

  it("refuses what is far from the bounds", () => {
    const program = minimaxProgram(nuisance, moments);
    const normal = normalNumbers(mersenneTwister(3));
    const hybrid = {alpha: 0.05, kappa: 0.005, leastFavourable: 3};
    const refused = Array.from({length: 100}, () => refuses(program, draw(normal, 6), identity, hybrid));
    expect(refused.filter(Boolean).length).toBe(100);
  });

  it("finds by search the ends of the truncation that the basis gives", () => {
    const program = minimaxProgram(nuisance, moments);
    const normal = normalNumbers(mersenneTwister(4));
    for (let i = 0; i < 200; i++) {
      const y = draw(normal);
      const {multipliers, value, degenerate} = program.solve(y);
      if (degenerate) continue;
      const variance = multipliers.reduce((sum, m) => sum + m * m, 0);
      const direction = multipliers.map((m) => m / variance);
      const [low, high] = truncationAtBasis(program, y, direction, value);
      const reach = 1000 * Math.sqrt(variance);
      const searched = truncationBySearch(program, y, direction, value, {reach, leastFavourable: 100});
      expect(searched[0] === low || Math.abs(searched[0] - low) < 1e-7).toBe(true);
      expect(Math.min(searched[1], 100)).toBeCloseTo(Math.min(high, 100), 6);
    }
  });
});
