import {describe, expect, it} from "vitest";
import {summaryOf, titleOf} from "../../src/telling/summary.ts";
import {madeResult} from "../support/made-result.ts";

const terms = {subject: "share of pupils reaching the standard", better: "higher"} as const;
const supported = madeResult({effect: {value: 1.8, low: 1.1, high: 2.6}});
const supporter = madeResult({
  role: "supporter",
  verdict: "same",
  effect: {value: 0, low: -0.8, high: 0.8},
  schools: 103
});
const member = madeResult({role: "member", verdict: "unclear", effect: {value: 0, low: -3, high: 3}, schools: 60});

describe("the roles of one choice together", () => {
  it("are told in a sentence each, the measure once", () => {
    expect(summaryOf([supporter, supported], terms)).toBe(
      "Compared with similar schools, the share of pupils reaching the standard rose by 1.8 percentage points in supported schools (95% interval 1.1 to 2.6; 312 schools). In supporter schools there was no difference that matters (−0.8 to 0.8; 103 schools)."
    );
  });

  it("have a title over both", () => {
    expect(titleOf([supported, supporter])).toBe(
      "Supported schools did better than similar schools; supporter schools did about the same"
    );
  });

  it("have a shorter title over three", () => {
    expect(titleOf([supported, supporter, member])).toBe(
      "Beside similar schools: supported, better; supporter, about the same; member, not clearly different"
    );
  });

  it("leave subgroups out", () => {
    const by = {dimension: "region", value: "london", label: "London"} as const;
    expect(summaryOf([{...supported, by}], terms)).toBe("");
  });

  it("name the measure in the first sentence that compares, also after one that does not", () => {
    const few = {...supported, verdict: "too_few" as const, effect: {value: 1, low: null, high: null}};
    expect(summaryOf([few, supporter], terms)).toMatch(
      /^Too few .* Compared with similar schools, there was no difference that matters in the share/
    );
  });
});
