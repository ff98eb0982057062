import {expect, it} from "vitest";
import {assignClusters} from "../../../src/analysis/comparison/assign-clusters.ts";

it("a school that joins is clustered with its partnership, any other with nobody", () => {
  const {of, count} = assignClusters(5, [
    {row: 1, partnership: "P"},
    {row: 4, partnership: "Q"},
    {row: 3, partnership: "P"}
  ]);
  expect(of[1]).toBe(of[3]);
  expect(new Set(of).size).toBe(4);
  expect(Math.max(...of)).toBeLessThan(count);
});
