import {describe, expect, it} from "vitest";
import {parseTable} from "../../pipelines/read/table.ts";
import {describeFar} from "../../pipelines/tables/far-from-others.ts";

const marks = Array.from({length: 30}, (_, i) => 40 + ((i * 7) % 23));
const describeMarks = (...more: readonly (number | string)[]) =>
  describeFar(parseTable(`x\n${[...marks, ...more].join("\n")}\n`, "marks.csv"), ["x"]);

describe("describeFar(table, columns)", () => {
  it.each([
    [[-999, -999], "x is -999 in row 32 and 1 more, and from 40 to 62 elsewhere"],
    [[0], "x is 0 in row 32, and from 40 to 62 elsewhere"],
    [[5100], "x is 5100 in row 32, and from 40 to 62 elsewhere"]
  ])("names %j among marks", (more, message) => {
    expect(describeMarks(...more)).toEqual([expect.stringContaining(message)]);
  });

  it("names one at each end, and nothing of values that are only large, missing, or few", () => {
    expect(describeMarks(-99, 9999)).toHaveLength(2);
    expect(describeMarks(80, 20, "", "Inf", "NA")).toEqual([]);
    expect(describeFar(parseTable("x\n0\n1\n1000\n", "few.csv"), ["x"])).toEqual([]);
  });
});
