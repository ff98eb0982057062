import {expect, test} from "vitest";
import {sayProblem, sayProblems} from "../../src/lists/say.ts";
import {check, memberList, findProblems} from "./made-lists.ts";

test("a problem says where, what and what to do", () => {
  expect(sayProblem(findProblems({urn: "900001.0"})[0])).toBe(
    "✗ members.csv, row 2, column urn: “900001.0” is not just six digits\n    → if the URN is 900001, write 900001"
  );
});

test("of many alike the first are written out, and how many more there are, and where", () => {
  const rows = ["900001.0", "900002.0", "900003.0", "900004.0"].map((urn) => ({
    urn,
    role: urn === "900004.0" ? "x" : "member"
  }));
  const said = sayProblems(check(memberList(...rows)).problems, {most: 2});
  expect(said).toHaveLength(3);
  expect(said[1]).toMatch(/row 3, column urn.*\n.*\n {4}… more of this sort in 2 other rows, from 4 to 5$/);
  expect(said[2]).toContain("row 5, column role");
});

test("what is said in the same words of several rows is said once, with those rows", () => {
  const rows = ["900001", "900002", "900003"].map((urn) => ({urn, role: "x"}));
  const said = sayProblems(check(memberList(...rows)).problems, {most: 20});
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/row 2, column role.*\n.*\n {4}… the same in 2 other rows, from 3 to 4$/);
});
