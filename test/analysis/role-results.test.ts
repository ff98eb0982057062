import {expect, test} from "vitest";
import {roleResults} from "../../src/analysis/role-results.ts";
import {simulatedRole} from "../support/simulated-role.ts";

const terms = {
  run: {plan: "made-up", made: "2026-01-01"},
  measures: {results: {line: "attainment", subject: "results", better: "higher"}}
} as const;

/** Results of 40 joiners whose parts are the first so many of them. */
function resultsOf(...sizes: number[]) {
  const {role, study} = simulatedRole({joiners: 40, each: 4}, {evidence: "C"});
  const rows = role.joining.joiners.map(({row}) => row);
  const parts = sizes.map((size) => ({
    by: {dimension: "size" as const, value: String(size), label: `the first ${size}`},
    rows: new Set(rows.slice(0, size))
  }));
  return roleResults({...role, parts}, [study], terms).results;
}

const order = ["very_low", "low", "moderate", "high"];

test("a part that is all there is of a role is not told again", () => {
  expect(resultsOf(20, 40).map(({by}) => by?.value ?? "whole")).toEqual(["whole", "20"]);
});

test("a part is never held to be surer than the whole", () => {
  const [whole, ...parts] = resultsOf(20, 32);
  expect(parts).toHaveLength(2);
  for (const part of parts) {
    expect(order.indexOf(part.strength!)).toBeLessThanOrEqual(order.indexOf(whole!.strength!));
    expect(part.strength_reasons.at(-1)!.rule).toBe("part");
  }
});
