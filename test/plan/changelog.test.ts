import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {planNumber} from "../../pipelines/plan/number.ts";
import {changesSection, describeNumber, type Figures} from "../../pipelines/validation/changes.ts";

test("the number that stands first in CHANGELOG.md is that of the present plan", async () => {
  const [, stands] = /^Present plan: `([0-9a-f]{8})`$/m.exec(readFileSync("CHANGELOG.md", "utf8"))!;
  // Where this fails, compare the sample’s headlines with npm run pav -- changes, and write what moved.
  expect(stands).toBe(await planNumber());
});

const figures = (plan: string, from: number, to: number): Figures => ({
  note: {plan, version: "0.1.0"},
  headlines: new Map([
    [
      "multi_academy_trust.supported.secondary.ks4_attainment",
      {
        id: "multi_academy_trust.supported.secondary.ks4_attainment",
        partnership_type: "multi_academy_trust",
        role: "supported",
        phase: "secondary",
        measure: "ks4_attainment",
        from,
        to,
        low: from - 1,
        high: to + 1,
        digits: 1,
        schools: 22,
        verdict: "too_weak"
      }
    ]
  ])
});

test("a headline that moved stands before and after; one that prints alike is counted", () => {
  const moved = changesSection(figures("bbbbbbbb", 0.8, 1.04), figures("aaaaaaaa", 0.2, 0.2));
  expect(moved).toContain("1 headlines of the sample differ, 0 are the same");
  expect(moved).toMatch(
    /\| 0\.2 \(−0\.8 to 1\.2\), too weak, 22 schools +\| 0\.8 to 1\.0 \(−0\.2 to 2\.0\), too weak, 22 schools \|/
  );
  expect(changesSection(figures("bbbbbbbb", 0.81, 1), figures("aaaaaaaa", 0.8, 1.04))).toContain("0 headlines");
});

test("the number of a plan is said to stand in CHANGELOG.md only where it does", () => {
  const changelog = "# Changes of numbers\n\nPresent plan: `0123abcd`\n";
  expect(describeNumber("0123abcd", changelog)).toContain("the number that stands first in CHANGELOG.md");
  expect(describeNumber("f9c41bbe", changelog)).toContain("CHANGELOG.md has 0123abcd first");
  expect(describeNumber("f9c41bbe", "")).toContain("has none first");
});
