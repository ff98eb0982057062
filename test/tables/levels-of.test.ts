import {describe, expect, it} from "vitest";
import {levelsOf} from "../../pipelines/tables/levels-of.ts";

describe("levelsOf(texts)", () => {
  it("numbers distinct texts as they appear", () => {
    expect(levelsOf(["b", "a", "b", ""])).toEqual({levels: ["b", "a", ""], of: Int32Array.of(0, 1, 0, 2)});
  });
});
