import {describe, expect, test} from "vitest";
import {closestNames} from "../src/closest-names.ts";

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
