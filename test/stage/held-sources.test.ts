import {expect, test} from "vitest";
import {mayHoldYears} from "../../pipelines/stage/held-sources.ts";

test("one file holds several years where its rows say theirs, as those of inspections do; a file of a year does not", () => {
  const held = new Map([
    ["one", 1],
    ["two", 2]
  ]);
  const asked = (["academic_year", "in_file", "snapshot"] as const).map((dated) =>
    ["none", "one", "two"].map((id) => mayHoldYears({id, dated}, held))
  );
  expect(asked).toEqual([
    [false, false, true],
    [false, true, true],
    [false, true, true]
  ]);
});
