import {expect, test, vi} from "vitest";
import {
  aboutColumns,
  aboutResult,
  aboutWords,
  phaseWords,
  releaseColumns
} from "../../dashboards/components/ui/about.ts";
import {csv} from "../../dashboards/components/ui/table.ts";
import {result} from "./example-result.ts";
import {measure} from "./example.ts";

const context = {type: "Multi-academy trusts", measure: measure("higher")};
const abouts = [
  aboutResult(result(), context),
  aboutResult(result({role: "supporter", schools: 103, years: null, strength: null}), context)
];

test("a figure says of what type, phase, outcome, role, years, schools and strength it is", () => {
  expect(aboutWords(abouts)).toBe(
    "Multi-academy trusts, primary schools, reading, writing and maths at 11. Supported schools: 312 schools, 2013/14 to 2018/19, moderate strength of evidence. Supporter schools: 103 schools, no year since joining, strength of evidence not rated."
  );
  expect(aboutWords([])).toBe("");
});

test("phases are put in words", () => {
  expect(phaseWords(["secondary", "primary", null, "primary"])).toBe("primary and secondary schools");
  expect(phaseWords([null])).toBe("schools of any phase");
});

test("figures that a page prints are numbers in a file, words stay words", () => {
  const rows = ["1,204", "\u22120.5", "+1.9", "none"];
  const columns = [{name: "Figure", show: (d: string) => d, numeric: true}];
  expect(csv(rows, columns)).toBe("\uFEFFFigure\r\n1204\r\n-0.5\r\n1.9\r\nnone\r\n");
});

test("its file says the same of each row, by the role of the row, and of which release it is", () => {
  vi.stubGlobal("document", {
    querySelector: () => ({dataset: {made: "2026-11-22", version: "0.1.0", plan: "abcd1234"}})
  });
  vi.stubGlobal("location", {href: "http://localhost/?phase=primary"});
  const columns = [...aboutColumns<{role?: string}>(abouts), ...releaseColumns<{role?: string}>()];
  const cell = (name: string, row: {role?: string}) => columns.find((d) => d.name === name)!.show(row);
  expect(cell("Partnership type", {})).toBe("Multi-academy trusts");
  expect(["supported", "supporter"].map((role) => cell("Schools behind it", {role}))).toEqual(["312", "103"]);
  expect(cell("Role of the schools", {})).toBe("Supported schools; Supporter schools");
  expect(["Release made", "Plan", "Address"].map((name) => cell(name, {}))).toEqual([
    "2026-11-22",
    "abcd1234",
    "http://localhost/?phase=primary"
  ]);
  vi.unstubAllGlobals();
});
