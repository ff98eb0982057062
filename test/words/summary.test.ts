import {describe, expect, it} from "vitest";
import {summarise, writeTitle} from "../../src/words/summary.ts";
import {madeEffect, madeResult} from "../support/made-result.ts";

const terms = {
  subject: "share of pupils reaching the standard",
  better: "higher",
  type_label: "Multi-academy trusts"
} as const;
const supported = madeResult({effect: madeEffect(1.5, 1.8, 1.1, 2.6)});
const supporter = madeResult({
  role: "supporter",
  verdict: "same",
  effect: madeEffect(-0.1, 0.1, -0.8, 0.8),
  schools: 103,
  strength: "low"
});
const member = madeResult({role: "member", verdict: "unclear", effect: madeEffect(0, 1, -3, 3), schools: 60});

describe("the roles of one choice together", () => {
  it("are told in a sentence each, the measure and the type once", () => {
    expect(summarise([supporter, supported], terms)).toBe(
      "Compared with what was expected of them, the share of pupils reaching the standard in supported schools stood between 1.5 and 1.8 percentage points higher (95% interval 1.1 to 2.6; Multi-academy trusts, primary: 312 schools in 42 partnerships, 2012/13 to 2018/19; strength of evidence: moderate). No difference that matters: in supporter schools it stood between 0.1 percentage points lower and 0.1 percentage points higher (−0.8 to 0.8; 103 schools in 42 partnerships, 2012/13 to 2018/19; strength of evidence: low)."
    );
  });

  it("say of what is worse that it is, and of what may not be claimed why", () => {
    const worse = madeResult({verdict: "worse", effect: madeEffect(-1.8, -1.5, -2.6, -1.1)});
    const already = {...supporter, verdict: "already" as const, effect: madeEffect(1, 2, 0.5, 3)};
    const text = summarise([worse, already], terms);
    expect(text).toContain("lower, which is worse, (95% interval");
    expect(text).toContain("Already changing before joining: in supporter schools it stood");
  });

  it("have a title over both", () => {
    expect(writeTitle([supported, supporter])).toBe(
      "Supported schools did better than expected; supporter schools did about as expected"
    );
  });

  it("have a shorter title over three", () => {
    expect(writeTitle([supported, supporter, member])).toBe(
      "Beside expected change: supported, better; supporter, about the same; member, not clearly different"
    );
  });

  it("leave subgroups out", () => {
    const by = {dimension: "region", value: "london", label: "London"} as const;
    expect(summarise([{...supported, by}], terms)).toBe("");
  });

  it("name the measure in the first sentence that compares, also after one that does not", () => {
    const few = {...supported, verdict: "too_few" as const, effect: madeEffect(1, 1, null, null)};
    expect(summarise([few, supporter], terms)).toMatch(
      /^Too few supported schools to say \(Multi-academy trusts, primary: 312 schools .* No difference that matters: compared with what was expected of them, the share/
    );
  });
});
