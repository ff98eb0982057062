import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {linked, read, said, schools, severity} from "./kept.ts";

const path = "../shared/cases/hunt-14-register-list-of-a-trust/trust Linked establishments.csv";

// Needs a case that is not carried: skipped, and seen to be, where it is not. The same layout, invented, is always tested.
describe.skipIf(!existsSync(path))("the register’s own list of a trust (needs ../shared/cases)", () => {
  const text = existsSync(path) ? readFileSync(path, "utf8") : linked;

  test("asks once for name and type, and for no date", () => {
    const stop = severity(read(text, {}), "stops");
    expect(stop.map(({code}) => code)).toEqual(["whole_list"]);
    expect(stop[0].message).toContain("is a list of 3 schools, and does not say what the partnership is called");
    expect(stop[0].fix).not.toContain("--from");
  });

  test("is read by day once they are said", () => {
    const found = read(text, said);
    expect(found.problems.filter(({severity: which}) => which !== "notes")).toEqual([]);
    expect(schools(found)).toEqual([
      "900101 member 2012-09-01–2012-09-01 day",
      "900102 member 2015-01-01–2015-01-01 day",
      "900103 member 2018-09-01–2018-09-01 day"
    ]);
  });
});
