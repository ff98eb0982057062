import {describe, expect, it} from "vitest";
import {shortest, wordCount} from "../../src/words/word-count.ts";

const long = Array.from({length: 16}, () => "word").join(" ");

describe("titles of at most 15 words", () => {
  it("count words by white space", () => {
    expect(wordCount(" +1.9 percentage  points ")).toBe(3);
  });

  it("take the first wording that is short enough", () => {
    expect(shortest([long, "short", "shorter"])).toBe("short");
  });

  it("leave out what stands in brackets where none is", () => {
    expect(shortest([`Schools (${long}): better`])).toBe("Schools: better");
  });
});
