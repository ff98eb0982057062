import {range} from "d3";
import {expect, test} from "vitest";
import {design} from "../../../src/design.ts";
import {uniformNumbers} from "../../../src/analysis/effects/drawn-once.ts";
import {drawPlacebos} from "../../../src/analysis/effects/drawn-placebos.ts";

test("each draw takes one for every school by the numbers of the seed, as a plain loop would, whatever is put at once", () => {
  const first = Float64Array.from(range(7), (i) => i ** 2 / 7);
  const second = Float64Array.from(range(3), (i) => -i);
  for (const units of [4, 301]) {
    const among = range(units).map((i) => (i % 3 ? first : second));
    const cluster = range(units).map((i) => 100 - (i % 4));
    const {means, squares, clusters} = drawPlacebos(among, {seed: 9, cluster});
    expect([clusters, means.length]).toEqual([Math.min(4, units), design.draws.placebo]);
    const numbers = uniformNumbers(9, units * design.draws.placebo);
    for (const draw of [0, 1, 400, design.draws.placebo - 1]) {
      const drawn = among.map((pool, i) => pool[Math.floor(numbers[draw * units + i] * pool.length)]);
      const mean = drawn.reduce((sum, value) => sum + value, 0) / units;
      const totals = range(4).map((c) =>
        drawn.reduce((sum, value, i) => (i % 4 === c ? sum + (value - mean) / units : sum), 0)
      );
      expect(means[draw]).toBe(mean);
      expect(squares[draw]).toBe(totals.reduce((sum, total) => sum + total * total, 0));
    }
    expect(drawPlacebos(among, {seed: 9}).means).toEqual(means);
  }
});
