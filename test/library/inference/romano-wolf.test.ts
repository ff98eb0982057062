import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {romanoWolf} from "../../../src/library/inference/romano-wolf.ts";

/** The definition, test by test: the share of draws whose maximum over the tests not yet passed is as large. */
function byDefinition(statistics: readonly number[], draws: readonly (readonly number[])[]): number[] {
  const order = statistics.map((_, i) => i).sort((a, b) => Math.abs(statistics[b]) - Math.abs(statistics[a]) || a - b);
  const adjusted = statistics.map(() => 0);
  order.forEach((test, k) => {
    const left = order.slice(k);
    const count = draws.filter(
      (draw) => Math.max(...left.map((i) => Math.abs(draw[i]))) >= Math.abs(statistics[test])
    ).length;
    const before = k ? adjusted[order[k - 1]] : 0;
    adjusted[test] = Math.max(before, (1 + count) / (1 + draws.length));
  });
  return adjusted;
}

const triple = fc.tuple(
  ...([0, 1, 2].map(() => fc.integer({min: -30, max: 30}).map((v) => v / 10)) as [
    fc.Arbitrary<number>,
    fc.Arbitrary<number>,
    fc.Arbitrary<number>
  ])
);

describe("romanoWolf(statistics, draws)", () => {
  it("is its definition on three outcomes", () =>
    fc.assert(
      fc.property(triple, fc.array(triple, {minLength: 1, maxLength: 30}), (statistics, draws) => {
        const ours = romanoWolf(Float64Array.from(statistics), Float64Array.from(draws.flat()), {enumerated: false});
        byDefinition(statistics, draws).forEach((p, i) => expect(ours[i]).toBeCloseTo(p, 12));
      })
    ));

  it("counts shares where the draws are all there are", () => {
    const draws = Float64Array.of(2, 1, 0.5, 0.5, 1, 2, 0.1, 0.2);
    expect([...romanoWolf(Float64Array.of(2, 1), draws, {enumerated: true})]).toEqual([0.5, 0.5]);
  });
});
