import {describe, expect, test} from "vitest";
import {areAlike, closestNames, nearestName} from "../../src/published-files/closest-names.ts";

describe("closestNames(wanted, header, count)", () => {
  const header = ["URN", "TALLPPE_ALEV", "talpe_alev_1618", "P8MEA", "TALLPPE_ACAD_1618"];

  test("puts names first that share most letter pairs, whatever their case", () => {
    expect(closestNames("TALLPPE_ALEV_1618", header, 2)).toEqual(["talpe_alev_1618", "TALLPPE_ALEV"]);
  });

  test("leaves out names that share none", () => {
    expect(closestNames("TALLPPE_ALEV_1618", header, 9)).not.toContain("URN");
  });

  test("gives nothing for a header of nothing like it", () => {
    expect(closestNames("SCORE", ["X", ""], 3)).toEqual([]);
  });
});

describe("nearestName(wanted, names)", () => {
  const names = ["federation", "sponsor", "term"];

  test("is the name that was probably meant", () => expect(nearestName("hard_federation", names)).toBe("federation"));

  test("is undefined where the most alike is not much like it", () => {
    expect(nearestName("approximate", names)).toBeUndefined();
  });
});

test("areAlike(a, b) takes two fifths of the letter pairs for enough", () => {
  // ab bc cd | ab bx xy: one pair in common, of three and three.
  expect(areAlike("abcd", "abxy")).toBe(false);
  // ab bc cd | ab bc cx: two of three and three.
  expect(areAlike("abcd", "abcx")).toBe(true);
});
