import {expect, test} from "vitest";
import {uniformNumbers} from "../../../src/analysis/effects/drawn-once.ts";
import {mersenneTwister} from "../../../src/library/statistics/index.ts";

test("whoever asks for a seed gets its numbers from the first, however many others have asked for", () => {
  for (const [seed, count] of [
    [1, 10],
    [1, 9000],
    [2, 3],
    [1, 5000]
  ]) {
    const next = mersenneTwister(seed);
    expect([...uniformNumbers(seed, count).subarray(0, count)]).toEqual(Array.from({length: count}, () => next()));
  }
});
