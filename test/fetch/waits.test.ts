import {describe, expect, test} from "vitest";
import {waitAfter} from "../../pipelines/fetch/waits.ts";

const waits = {first_wait_ms: 1000, longest_wait_ms: 60_000};
const after = (tried: number, chance: number, rest_ms: number | null = null): number =>
  waitAfter(tried, waits, {random: () => chance, rest_ms});

describe("waitAfter(tried)", () => {
  test("doubles from the first wait to the longest", () => {
    expect([1, 2, 3, 7, 20].map((tried) => after(tried, 1))).toEqual([1000, 2000, 4000, 60_000, 60_000]);
  });

  test("leaves half to chance", () => {
    expect([after(3, 0), after(3, 1)]).toEqual([2000, 4000]);
  });

  test("waits no less than the publisher asks", () => {
    expect([after(1, 0, 30_000), after(7, 0, 5)]).toEqual([30_000, 30_000]);
  });
});
