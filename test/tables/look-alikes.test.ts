import {describe, expect, it} from "vitest";
import {parseTable} from "../../pipelines/read/table.ts";
import {groupTexts, plainLetters} from "../../pipelines/tables/look-alikes.ts";

describe("plainLetters(cell)", () => {
  it.each([
    ["Ash  School", "ash school"],
    ["Ash\u200b School", "ash school"],
    ["Caf\u00e9", "cafe\u0301"],
    ["0100", "100"],
    ["1.00E+05", "100000"],
    ["100001.0", "100001"]
  ])("%s is %s", (one, other) => expect(plainLetters(one)).toBe(plainLetters(other)));

  it.each([
    ["Ash 1", "Ash 11"],
    ["a1e2", "a100"],
    ["1-2", "12"],
    ["1.2.3", "1.2"]
  ])("%s is not %s", (one, other) => expect(plainLetters(one)).not.toBe(plainLetters(other)));
});

describe("groupTexts(table, column)", () => {
  it("refuses a group that is written in two ways, and names both rows", () => {
    const table = parseTable("g\nNorth\nSouth\nSouth\nnorth\n", "groups.csv");
    expect(() => groupTexts(table, "g")).toThrow("groups.csv, row 5, column g: “north” is written “North” in row 2");
    expect(groupTexts(parseTable("g\na\nb\na\n", "groups.csv"), "g")).toEqual(["a", "b", "a"]);
  });
});
