import {expect, test} from "vitest";
import {sayProblem, sayProblems} from "../../src/lists/say.ts";
import {check, memberList, problemsOf} from "./made-lists.ts";

test("a problem says where, what and what to do", () => {
  expect(sayProblem(problemsOf({urn: "900001.0"})[0]!)).toBe(
    "✗ members.csv, row 2, column urn: “900001.0” is not just six digits\n    → if the URN is 900001, write 900001"
  );
});

test("of many alike the first are written out, and how many more there are, and where", () => {
  const rows = ["900001.0", "900002.0", "900003.0", "900004.0"].map((urn) => ({
    urn,
    role: urn === "900004.0" ? "x" : "member"
  }));
  const said = sayProblems(check(memberList(...rows)).problems, {most: 2});
  expect(said).toHaveLength(4);
  expect(said[2]).toBe("    … and the same in 2 more places, rows 4 to 5");
  expect(said[3]).toContain("row 5, column role");
});
