import {describe, expect, it} from "vitest";
import {describeDisclosure} from "../../../src/analysis/evidence/disclosure.ts";

describe("describeDisclosure(resting, data)", () => {
  it("releases published figures of two schools with a warning", () => {
    expect(describeDisclosure({schools: 2, pupils: null}, "published")).toEqual({
      release: true,
      words: expect.stringContaining("Small numbers: 2 schools")
    });
  });

  it("releases published figures of three schools without one", () => {
    expect(describeDisclosure({schools: 3, pupils: null}, "published").words).toBeNull();
  });

  it.each([
    [3, 11, true],
    [2, 400, false],
    [3, 10, false],
    [3, null, false]
  ])("of unpublished data, %d schools and %s pupils: %s", (schools, pupils, release) => {
    expect(describeDisclosure({schools, pupils}, "local").release).toBe(release);
  });
});
