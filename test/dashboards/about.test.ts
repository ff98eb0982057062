import {expect, test} from "vitest";
import {aboutColumns, aboutResult, aboutWords} from "../../dashboards/components/ui/about.ts";
import {result} from "./example-result.ts";
import {measure} from "./example.ts";

const context = {type: "Multi-academy trusts", measure: measure("higher")};
const abouts = [
  aboutResult(result(), context),
  aboutResult(result({role: "supporter", schools: 103, years: null, strength: null}), context)
];

test("a figure says of what type, phase, outcome, role, years, schools and strength it is", () => {
  expect(aboutWords(abouts)).toBe(
    "Multi-academy trusts, primary schools, reading, writing and maths at 11. Supported: 312 schools, 2013/14 to 2018/19, moderate strength of evidence. Supporter: 103 schools."
  );
  expect(aboutWords([])).toBe("");
});

test("its file says the same of each row, by the role of the row", () => {
  const columns = aboutColumns<{role?: string}>(abouts);
  const cell = (name: string, row: {role?: string}) => columns.find((d) => d.name === name)!.show(row);
  expect(cell("Partnership type", {})).toBe("Multi-academy trusts");
  expect(["supported", "supporter"].map((role) => cell("Schools behind it", {role}))).toEqual(["312", "103"]);
  expect(cell("Role of the schools", {})).toBe("Supported schools; Supporter schools");
});
