import {describe, expect, it} from "vitest";
import {writeWords} from "../../src/words/words.ts";
import {madeEffect, madeResult} from "../support/made-result.ts";

const wordContext = {
  subject: "share of pupils",
  better: "higher",
  smallest_effect: {value: 1, why: "made up", pupil_sd: null},
  evidence: "Leavers are unknown.",
  type_label: "Multi-academy trusts",
  domain: "attainment"
} as const;
const unclear = {
  role: "supporter",
  verdict: "unclear",
  effect: madeEffect(0.2, 0.4, -1.2, 2),
  equivalence: {margin: 1, low: -0.9, high: 1.7, equivalent: false}
} as const;

describe("writeWords(result, telling)", () => {
  it("gives the reason where there is no result, and claims nothing", () => {
    const none = {effect: null, verdict: null, strength: null, absent: "no school has results before joining"};
    expect(writeWords(madeResult(none), wordContext)).toMatchObject({
      title: "Supported schools: no result",
      sentence: "No school has results before joining. 312 schools joined in this role.",
      ruled_out: null
    });
  });

  it("refuses a result that has neither an effect nor a reason", () => {
    expect(() => writeWords(madeResult({effect: null, verdict: null}), wordContext)).toThrow(
      "neither a result nor a reason"
    );
  });

  it("tells supporters that harm is ruled out, tested on that side alone", () => {
    expect(writeWords(madeResult(unclear), wordContext).ruled_out).toContain(
      "so can a worsening of 1 percentage point or more"
    );
  });

  it("tells so only where the test allows it", () => {
    const harm = {...unclear, equivalence: {...unclear.equivalence, low: -1.1}};
    expect(writeWords(madeResult(harm), wordContext).ruled_out).not.toContain("on that side alone");
  });

  it("asks for a check where either estimate is too large to be true", () => {
    const large = {effect: madeEffect(1, 9, 0.5, 11)};
    expect(writeWords(madeResult(large), wordContext).how_sure).toContain("Check selection");
  });

  it("says too few without a size", () => {
    const few = writeWords(madeResult({verdict: "too_few", effect: madeEffect(9, 9, null, null)}), wordContext);
    expect([few.title, few.sentence.includes("points")]).toEqual([
      "Supported schools, Multi-academy trusts: too few partnerships to say",
      false
    ]);
  });
});
