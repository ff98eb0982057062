import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {strengthOf, type Grounds} from "../../src/telling/strength.ts";

const sound: Grounds = {
  design: "matched",
  schools: 312,
  partnerships: 42,
  verdict: "better",
  balance: 0.04,
  pre_trend: 0.5,
  breakdown: 1,
  placebo: {as_far: 3, draws: 999},
  luck: {value: 1.5, low: 1, high: 3},
  membership: "A",
  whole: null
};
const order = ["very_low", "low", "moderate", "high"];

describe("strengthOf(grounds)", () => {
  it("is high with every part met, and says what it is at best", () => {
    const {strength, reasons} = strengthOf(sound);
    expect([strength, reasons[0]!.words.includes("level 3 of 5 on the Maryland scale")]).toEqual(["high", true]);
  });

  it("is moderate where a part could not be asked", () => {
    expect(strengthOf({...sound, pre_trend: null}).strength).toBe("moderate");
  });

  it("is kept from high by membership that pages tell", () => {
    expect(strengthOf({...sound, membership: "B"}).strength).toBe("moderate");
  });

  it.each([
    ["size", {schools: 12}],
    ["balance", {balance: 0.4}],
    ["pre_trend", {pre_trend: 0.01}],
    ["breakdown", {breakdown: 0.25}],
    ["placebo", {placebo: {as_far: 90, draws: 999}}],
    ["luck", {luck: {value: 0.9, low: 1, high: 3}}],
    ["membership", {membership: "C"}]
  ] as const)("goes a step down from moderate for %s", (rule, worse) => {
    const {strength, reasons} = strengthOf({...sound, ...worse});
    expect([strength, reasons.filter(({met}) => met === false).map((reason) => reason.rule)]).toEqual(["low", [rule]]);
  });

  it("does not ask a finding of no difference how far it stands up", () => {
    const {reasons} = strengthOf({...sound, verdict: "unclear", breakdown: 0});
    expect(reasons.find(({rule}) => rule === "breakdown")!.met).toBeNull();
  });

  it("is very low where no interval is claimed", () => {
    expect(strengthOf({...sound, verdict: "too_few"}).strength).toBe("very_low");
  });

  it("is no stronger for a part than for the whole, and says so", () => {
    const {strength, reasons} = strengthOf({...sound, breakdown: null, whole: "low"});
    expect([strength, reasons.at(-1)]).toEqual([
      "low",
      {
        rule: "part",
        met: false,
        words: "Part: evidence on all who joined is low, and on a part of them it is no stronger."
      }
    ]);
    expect(strengthOf({...sound, schools: 12, whole: "moderate"}).strength).toBe("low");
    expect(reasons.find(({rule}) => rule === "breakdown")!.words).toContain("not of a part");
  });

  it("never rises as any part gets worse", () =>
    fc.assert(
      fc.property(
        fc.record({
          schools: fc.constantFrom(312, 12),
          balance: fc.constantFrom(0.04, null, 0.4),
          pre_trend: fc.constantFrom(0.5, null, 0.01),
          breakdown: fc.constantFrom(1, null, 0),
          membership: fc.constantFrom("A" as const, "B" as const, "C" as const)
        }),
        (parts) => {
          const some = strengthOf({...sound, ...parts}).strength;
          const worse = strengthOf({...sound, ...parts, placebo: {as_far: 500, draws: 999}}).strength;
          expect(order.indexOf(worse)).toBeLessThanOrEqual(order.indexOf(some));
        }
      )
    ));
});
