import {expect, test} from "vitest";
import {foundWords, whatMatters} from "../../dashboards/components/your-schools/found-words.ts";
import type {PartnershipOutcome} from "../../src/release/partnership-files.ts";
import {grade, sentences, words} from "../support/reading-age.ts";
import {outcome} from "./example-partnership.ts";

const set = {as_far: 17, draws: 999};
const placebo = {same_trend: {...set, as_far: 9}, same_past: set} as unknown as PartnershipOutcome["placebo"];

test("a chart of a pack is said in short sentences, with its schools, its years and how far chance goes", () => {
  const said = foundWords(outcome({verdict: "unclear", schools: 3, years: [2016, 2017], placebo}));
  expect(said).toBe(
    "No clear difference. 3 schools, 2015/16 to 2016/17. We drew 999 invented groups of as many schools. By chance alone, 17 moved as far."
  );
});

test("what moved far, but is one of many outcomes, says how often one of so many does", () => {
  const said = foundWords(outcome({verdict: "of_many", schools: 3, placebo, among: {looked_at: 5, chance: 0.0876}}));
  expect(said).toContain("But we looked at 5 outcomes. In up to 9 of 100 such groups, one of them moves as far.");
  for (const sentence of sentences(said)) expect(words(sentence).length, sentence).toBeLessThanOrEqual(25);
  expect(grade(said)).toBeLessThanOrEqual(8);
});

test("what is claimed says how many outcomes it was found among", () => {
  const said = foundWords(outcome({verdict: "worse", schools: 3, placebo, among: {looked_at: 29, chance: 0.029}}));
  expect(said).toContain("We looked at 29 outcomes. This one is clear among so many.");
  for (const sentence of sentences(said)) expect(words(sentence).length, sentence).toBeLessThanOrEqual(25);
  const alone = foundWords(outcome({verdict: "worse", schools: 3, placebo, among: {looked_at: 1, chance: 0.01}}));
  expect(alone).toMatch(/We looked at 1 outcome\.$/);
});

const charted = (...verdicts: PartnershipOutcome["verdict"][]) =>
  whatMatters(verdicts.map((verdict) => outcome({verdict}))).map(({verdict}) => verdict);

test("claims are charted first, be they better or worse; then what moved far; two charts, three for three claims", () => {
  expect(charted("unclear", "unclear", "of_many", "worse")).toEqual(["worse", "of_many"]);
  expect(charted("unclear", "already", "same")).toEqual(["already", "unclear"]);
  expect(charted("better", "unclear", "worse", "higher", "lower")).toEqual(["better", "worse", "higher"]);
});
