import {describe, expect, test} from "vitest";
import {mayBeOneSchool} from "../../src/lists/school-name.ts";

describe("mayBeOneSchool(name, other)", () => {
  test.each([
    ["Fenwick School", "The Fenwick Church of England Academy"],
    ["Harrowdale Sch.", "Harrowdale School"],
    ["Kelmerbridge Primary", "Kelmer Bridge Primary School"],
    ["Saint Oda’s R.C. School", "St Oda's Catholic Primary School"],
    ["Community Primary School", "Community Primary"]
  ])("may of %s and %s", (name, other) => expect(mayBeOneSchool(name, other)).toBe(true));

  test.each([
    ["Fenwick Primary School", "Harrowdale Primary School"],
    ["St Oda’s Catholic Primary School", "St Wilf’s Catholic Primary School"]
  ])("may not of %s and %s, for all the common words they share", (name, other) =>
    expect(mayBeOneSchool(name, other)).toBe(false)
  );
});
