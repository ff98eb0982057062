import {describe, expect, it} from "vitest";
import type {PartnershipOutcome} from "../../src/partnership-notes.ts";
import {partnershipWords} from "../../src/telling/partnership-words.ts";

const outcome: Omit<PartnershipOutcome, "title" | "sentence"> = {
  measure: "ks2_attainment",
  phase: "primary",
  role: "supported",
  schools: 9,
  scale: "native",
  unit: "percentage points",
  digits: 1,
  sd: 14,
  effect: {value: 1.9, low: 0.2, high: 3.6},
  phases: {early: null, development: null, longer_term: null},
  verdict: "better",
  placebo: {draws: 1000, as_far: 16, from: -1, width: 2, counts: [1000]},
  shrunken: null,
  series: [],
  time_to_benefit: null,
  absent: null
};
const terms = {subject: "share of pupils", better: "higher", worth: 1} as const;

describe("partnershipWords(outcome, terms)", () => {
  it("says where its interval comes from, and how often chance alone goes as far", () => {
    expect(partnershipWords(outcome, terms).sentence).toBe(
      "Compared with similar schools, the share of pupils in supported schools of this partnership rose by 1.9 percentage points (95% interval from made-up partnerships 0.2 to 3.6; 9 schools). Higher is better. 16 of 1,000 made-up partnerships of 9 schools moved as far as this one, in either direction, by chance alone."
    );
  });

  it("says too few with the count and no size", () => {
    const few = {...outcome, schools: 2, verdict: "too_few" as const, effect: {value: 7, low: null, high: null}};
    expect(partnershipWords(few, terms)).toEqual({
      title: "Supported schools of this partnership: too few to say",
      sentence:
        "Too few to say: 2 schools in 1 partnership. An interval needs at least 3 schools of a partnership; the schools themselves are shown instead."
    });
  });

  it("gives the reason where there is no outcome", () => {
    const none = {...outcome, effect: null, verdict: null, absent: "not published by school"};
    expect(partnershipWords(none, terms).sentence).toBe("Not published by school. Supported schools: 9.");
  });
});
