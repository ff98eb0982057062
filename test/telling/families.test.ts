import {describe, expect, it} from "vitest";
import {design} from "../../src/design.ts";
import {measures} from "../../src/measures.ts";
import {familiesOf} from "../../src/telling/families.ts";

const phases = ["primary", "secondary", "special"] as const;
const of = (phase: (typeof phases)[number]) =>
  Object.fromEntries(Object.entries(measures).filter(([, measure]) => measure.phases.includes(phase)));

describe("familiesOf(measures, phase)", () => {
  it.each(phases)("puts every %s measure that is not of context into one family", (phase) => {
    const all = familiesOf(of(phase), phase).flatMap((family) => family.measures);
    const expected = Object.keys(of(phase)).filter((id) => measures[id]!.line !== "context");
    expect(all.sort()).toEqual(expected.sort());
  });

  it.each(phases)("has headline measures of the plan that are published for %s schools, one of each line", (phase) => {
    const headline = design.families.headline[phase];
    expect(headline.filter((id) => !measures[id]?.phases.includes(phase))).toEqual([]);
    expect(new Set(headline.map((id) => measures[id]!.line)).size).toBe(headline.length);
  });

  it("has no headline family where none of its measures is at hand", () => {
    expect(familiesOf({a: {line: "behaviour"}}, "special").map(({name}) => name)).toEqual(["behaviour"]);
  });
});
