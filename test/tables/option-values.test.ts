import {describe, expect, it} from "vitest";
import {listOption, namedFile, numberOption, requiredOption} from "../../pipelines/tables/option-values.ts";

describe("values of options", () => {
  it("are numbers within bounds, or what holds where they are not given", () => {
    const bounds = {least: 0, most: 1, otherwise: 0.5};
    expect(numberOption({level: "0.9"}, "level", bounds)).toBe(0.9);
    expect(numberOption({}, "level", bounds)).toBe(0.5);
    for (const bad of ["2", "", "half"]) {
      expect(() => numberOption({level: bad}, "level", bounds)).toThrow(`--level ${bad} is no number from 0 to 1`);
    }
  });

  it("are lists between commas", () => {
    expect(listOption({m: "0.5, 1,,2"}, "m")).toEqual(["0.5", "1", "2"]);
    expect(listOption({}, "m")).toEqual([]);
  });

  it("are asked for where needed", () => {
    expect(requiredOption({p: "x"}, "p", "--p COLUMN")).toBe("x");
    expect(() => requiredOption({}, "p", "--p COLUMN")).toThrow("--p is missing");
    expect(() => namedFile([], "pav meta FILE")).toThrow("no file is named");
  });
});
