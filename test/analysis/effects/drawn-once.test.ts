import {expect, test} from "vitest";
import {uniformNumbers} from "../../../src/analysis/effects/drawn-once.ts";
import {mersenneTwister} from "../../../src/library/statistics/index.ts";

const take = (source: () => number, count: number) => Array.from({length: count}, () => source());

test("whoever reads a seed gets its numbers from the first, however far others have read", () => {
  for (const [seed, count] of [
    [1, 10],
    [1, 9000],
    [2, 3],
    [1, 5000]
  ]) {
    expect(take(uniformNumbers(seed), count)).toEqual(take(mersenneTwister(seed), count));
  }
});

test("a seed that is read on after another was asked for is an error, not other numbers", () => {
  const first = uniformNumbers(1);
  first();
  uniformNumbers(2);
  expect(() => first()).toThrow("to the end");
});
