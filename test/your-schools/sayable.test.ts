import {expect, test} from "vitest";
import {measures} from "../../src/vocabulary/measures.ts";
import {sayable} from "../../src/your-schools/sayable.ts";
import {outcome} from "../dashboards/example-partnership.ts";
import {grade, sentences, words} from "../support/reading-age.ts";

const cases = [
  [],
  [outcome({verdict: "unclear"})],
  [outcome({verdict: "better"}), outcome({verdict: "of_many"})],
  [outcome({verdict: "too_weak"}), outcome({verdict: "unclear"})],
  [outcome({verdict: "worse"}), outcome({verdict: "better"}), outcome({verdict: "already"})]
];

test.each(cases.map((outcomes) => sayable(outcomes, measures)))(
  "the lead reads at grade 8 or below, and no sentence that is not of a measure has more than 25 words",
  ({lead, may, doNot}) => {
    expect(grade(lead)).toBeLessThanOrEqual(8);
    for (const text of [lead, ...doNot, ...may.filter((one) => !/than expected/.test(one))]) {
      for (const sentence of sentences(text)) expect(words(sentence).length, sentence).toBeLessThanOrEqual(25);
    }
  }
);

test("what may be said claims no more than the verdicts, and says how many outcomes were looked at", () => {
  const {may, lead} = sayable([outcome({verdict: "unclear"})], measures);
  expect(may.join(" ")).not.toMatch(/than expected/);
  expect(lead).toMatch(/^We looked at 1 outcome\./);
});

test("the lead speaks of a rest only where outcomes are left that nothing is claimed of", () => {
  const one = outcome({verdict: "better"});
  expect(sayable([one], measures).lead).toBe("We looked at 1 outcome. 1 outcome went better than expected.");
  expect(sayable([one, outcome({verdict: "already"})], measures).lead).toBe(
    "We looked at 2 outcomes. 1 outcome went better than expected. Nothing is claimed of the rest."
  );
});

test("an outcome on which evidence is too weak is neither said to be clear nor said to be chance", () => {
  const weak = outcome({verdict: "too_weak"});
  const {lead, may} = sayable([weak], measures);
  expect(lead).toBe(
    "We looked at 1 outcome. The evidence on it is too weak to say anything. That does not mean nothing changed."
  );
  expect(may.join(" ")).not.toContain("chance");
  expect(sayable([weak, outcome({verdict: "unclear"})], measures).lead).toBe(
    "We looked at 2 outcomes. The evidence on 1 of them is too weak to say anything. None of the rest shows a change that chance could not explain. That does not mean nothing changed."
  );
});

test("what may be said names the schools that it is about by role and phase, who may be few of all", () => {
  const claim = outcome({verdict: "better", role: "supported", phase: "secondary", schools: 4});
  expect(sayable([claim], measures).may[0]).toMatch(/^In our 4 supported secondary schools, the /);
});

test("what is claimed says how strong the evidence is", () => {
  expect(sayable([outcome({verdict: "better", strength: "low"})], measures).may[0]).toMatch(
    / That is better\. The strength of evidence is low\.$/
  );
});

test("schools like them are spoken of only where some are named", () => {
  expect(sayable([], measures).may[0]).toContain("beside all schools and schools like it,");
  expect(sayable([], measures, {hasSimilar: false}).may[0]).toContain("beside all schools, are shown");
});
