import {describe, expect, it} from "vitest";
import type {PartnershipOutcome} from "../../src/release/partnership-files.ts";
import {partnershipWords} from "../../src/words/partnership-words.ts";
import {madeEffect} from "../support/made-result.ts";

const placebo = (as_far: number) => ({draws: 1000, as_far, from: -1, width: 2, counts: [1000]});
const outcome: Omit<PartnershipOutcome, "title" | "sentence"> = {
  measure: "ks2_attainment",
  phase: "primary",
  role: "supported",
  schools: 9,
  scale: "native",
  unit: "percentage points",
  digits: 1,
  sd: 14,
  smallest_effect: 1,
  effect: madeEffect(1.4, 1.9, 0.2, 3.6),
  periods: {early: null, development: null, longer_term: null},
  verdict: "better",
  strength: "low",
  strength_lost: ["size"],
  placebo: {same_trend: placebo(16), same_past: placebo(31)},
  among: null,
  shrunken: null,
  years: [2016, 2019],
  rates: null,
  absent: null
};
const terms = {subject: "share of pupils", better: "higher"} as const;

describe("partnershipWords(outcome, terms)", () => {
  it("says where its interval comes from, and how often chance alone goes as far, by the larger count", () => {
    expect(partnershipWords(outcome, terms).sentence).toBe(
      "Compared with what was expected of them, the share of pupils in supported schools of this partnership stood between 1.4 and 1.9 percentage points higher (95% interval from placebo partnerships 0.2 to 3.6; primary: 9 schools, 2015/16 to 2018/19; strength of evidence: low). Higher is better. By chance alone, 31 of 1,000 placebo partnerships of 9 schools moved as far as this one, either way. They are drawn from schools that had not joined."
    );
  });

  it("says next to a claim how many outcomes were looked at", () => {
    const {sentence} = partnershipWords({...outcome, among: {looked_at: 31, chance: 0.02}}, terms);
    expect(sentence).toContain("It is one of 31 outcomes looked at, and is clear among so many.");
    const one = partnershipWords({...outcome, among: {looked_at: 1, chance: 0.02}}, terms).sentence;
    expect(one).not.toContain("looked at");
  });

  it("says what took the strength of evidence where it is too weak to say anything", () => {
    const weak = {
      ...outcome,
      verdict: "too_weak" as const,
      strength: "very_low" as const,
      strength_lost: ["size", "years"]
    };
    expect(partnershipWords(weak, terms).title).toBe("Supported schools of this partnership: evidence too weak to say");
    expect(partnershipWords(weak, terms).sentence).toContain(
      "strength of evidence: very low). Strength of evidence is lost to one partnership, where 10 are asked for; fewer than 2 joining years, or than 2 years since."
    );
  });

  it("says what can be ruled out where there is no clear difference", () => {
    const unclear = {...outcome, verdict: "unclear" as const, effect: madeEffect(0.4, 0.9, -1.2, 2.6)};
    expect(partnershipWords(unclear, terms).sentence).toContain("An improvement of more than 2.6 percentage points");
  });

  it("says too few with the count and no size", () => {
    const few = {...outcome, schools: 2, verdict: "too_few" as const, effect: madeEffect(7, 7, null, null)};
    expect(partnershipWords(few, terms)).toEqual({
      title: "Supported schools of this partnership: too few to say",
      sentence:
        "Too few to say: primary: 2 schools, 2015/16 to 2018/19, in 1 partnership. An interval needs at least 3 schools of a partnership; the schools themselves are shown instead."
    });
  });

  it("gives the reason where there is no outcome", () => {
    const none = {...outcome, effect: null, verdict: null, absent: "not published by school"};
    expect(partnershipWords(none, terms).sentence).toBe("Not published by school. Supported schools: 9.");
  });
});
