import {describe, expect, it} from "vitest";
import {findLevels} from "../../pipelines/tables/find-levels.ts";

describe("levelsOf(texts)", () => {
  it("numbers distinct texts as they appear", () => {
    expect(findLevels(["b", "a", "b", ""])).toEqual({levels: ["b", "a", ""], of: Int32Array.of(0, 1, 0, 2)});
  });
});
