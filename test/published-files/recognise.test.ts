import {describe, expect, test} from "vitest";
import {recognise} from "../../src/published-files/recognise.ts";
import {madeSource} from "../support/made-source.ts";

const made = madeSource();
const other = madeSource({id: "other", signature: [["Group"]], columns: {group: {is: "key", names: {2011: "Group"}}}});

describe("recognise(header, sources)", () => {
  test("a header with a name of every list belongs to the source", () => {
    expect(recognise(["Name", "URN", "RESULT"], [made, other])).toEqual({source: made});
  });

  test("case and surrounding space do not count", () => {
    expect(recognise([" urn ", "Score"], [made, other])).toEqual({source: made});
  });

  test("how much space there is between words does not count", () => {
    const wide = madeSource({signature: [["Pupil: Teacher Ratio"]], columns: {}});
    expect(recognise(["URN", "Pupil:     Teacher\nRatio"], [wide])).toEqual({source: wide});
  });

  test("a name of one list alone is not enough", () => {
    expect(recognise(["URN", "Name", "Town", "Phase", "Type"], [made, other]).source).toBeNull();
  });

  test("a near miss says which names were looked for", () => {
    expect(recognise(["URN", "RESULT_PTQ"], [made, other])).toEqual({
      source: null,
      closest: {id: "made", lacks: ["SCORE or RESULT"]}
    });
  });

  test("a header of which less than half is known has no near miss", () => {
    expect(recognise(["URN", "bread", "butter"], [made, other])).toEqual({source: null, closest: null});
  });

  test("a header that fits two sources is a table somebody joined, and both are named", () => {
    expect(recognise(["URN", "SCORE", "Group"], [made, other])).toEqual({
      source: null,
      closest: null,
      several: ["made", "other"]
    });
  });
});
