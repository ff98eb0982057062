import {describe, expect, it} from "vitest";
import {
  problemsOfRuledOut,
  problemsOfSentence,
  problemsOfText,
  problemsOfTitle,
  type Facts
} from "../support/sentence-rules.ts";

const facts: Facts = {
  effect: {from: 1.4, to: 1.9, low: 1.2, high: 2.6},
  verdict: "better",
  better: "higher",
  smallest_effect: 1,
  digits: 1,
  schools: 312,
  partnerships: 42,
  names: ["Expected standard"]
};
const unclear: Facts = {...facts, effect: {from: 0.2, to: 0.6, low: -0.7, high: 1.9}, verdict: "unclear"};
const reported = "the share in supported schools";

describe("the rules that words are held to", () => {
  it("let a sound sentence pass", () => {
    const sound = `Compared with what was expected of them, ${reported} stood between 1.4 and 1.9 percentage points higher (95% interval 1.2 to 2.6; 312 schools in 42 partnerships). Higher is better.`;
    expect(problemsOfSentence(sound, facts)).toEqual([]);
  });

  it.each([
    [
      "a claim stronger than its interval",
      `${reported} stood 0.6 points higher (95% interval −0.7 to 1.9; 312 schools in 42 partnerships).`,
      unclear,
      "claims a rise"
    ],
    [
      "sameness that the interval does not show",
      `No difference that matters: ${reported} stood 0.6 points higher (95% interval −0.7 to 1.9; 312 schools in 42 partnerships).`,
      unclear,
      "claims the same"
    ],
    [
      "a clear difference told as none",
      `No clear difference (95% interval 1.2 to 2.6; 312 schools in 42 partnerships).`,
      facts,
      "hides"
    ],
    [
      "harm without the word",
      `${reported} stood 1.9 points higher (95% interval 1.2 to 2.6; 312 schools in 42 partnerships).`,
      {...facts, better: "lower", verdict: "worse"},
      "hides"
    ],
    [
      "a claim of what was changing already",
      `${reported} stood 1.9 points higher (95% interval 1.2 to 2.6; 312 schools in 42 partnerships). Higher is better.`,
      {...facts, verdict: "already"},
      "claims a rise"
    ],
    [
      "a claim of what is too weak to say",
      `Too weak to say: ${reported} stood 1.9 points higher (95% interval 1.2 to 2.6; 312 schools in 42 partnerships). Higher is better.`,
      {...facts, verdict: "too_weak"},
      "claims a side"
    ],
    [
      "years that are not named",
      `${reported} stood 1.9 points higher (95% interval 1.2 to 2.6; 312 schools in 42 partnerships).`,
      {...facts, basis: ["2012/13"]},
      "does not name 2012/13"
    ],
    [
      "a missing count of schools",
      `${reported} stood 1.9 points higher (95% interval 1.2 to 2.6; 42 partnerships).`,
      facts,
      "no count of schools"
    ],
    [
      "a missing count of partnerships",
      `${reported} stood 1.9 points higher (95% interval 1.2 to 2.6; 312 schools).`,
      facts,
      "no count of partnerships"
    ],
    [
      "a missing interval",
      `${reported} stood 1.9 points higher (312 schools in 42 partnerships).`,
      facts,
      "no interval"
    ],
    [
      "an interval that is another",
      `${reported} stood 1.9 points higher (95% interval 1.4 to 2.6; 312 schools in 42 partnerships).`,
      facts,
      "lower limit"
    ],
    [
      "false precision",
      `${reported} stood 1.91 points higher (95% interval 1.2 to 2.6; 312 schools in 42 partnerships).`,
      facts,
      "false precision: 1.91"
    ]
  ] as const)("find %s", (_, sentence, about, problem) => {
    expect(problemsOfSentence(sentence, about as Facts).join("; ")).toContain(problem);
  });

  it.each([
    ["Joining caused a rise", "banned"],
    ["This proves that trusts help", "banned"],
    ["a significant rise", "banned"],
    ["the top tenth of trusts", "banned"],
    ["3rd of 42 partnerships", "league"],
    ["a change of -0.4 points", "minus"],
    ["a change of −0.0 points", "zero"],
    ["a change of NaN points", "none"]
  ])("find what may not be said: %s", (text, problem) => {
    expect(problemsOfText(text, []).join("; ")).toContain(problem);
  });

  it("leave the publisher’s own names alone", () => {
    expect(problemsOfText("told as Expected standard, 2024/25", facts.names)).toEqual([]);
  });

  it("find a title of sixteen words", () => {
    const words = Array.from({length: 16}, (_, i) => `word${i}`).join(" ");
    expect(problemsOfTitle(words, facts).join()).toContain("16 words");
  });

  it.each([
    [
      "the wrong way round",
      "An improvement of more than 0.7 points can be ruled out, and so can a worsening of more than 1.9 points.",
      "improvement of 0.7"
    ],
    [
      "as harm that fits the figures",
      "An improvement of more than 1.9 points can be ruled out, and so can a worsening of more than 0.5 points.",
      "worsening of 0.5"
    ],
    ["either way although it fits", "A change of 1 points or more, either way, can be ruled out.", "either way"]
  ])("find what is ruled out %s", (_, text, problem) => {
    expect(problemsOfRuledOut(text, unclear).join()).toContain(problem);
  });

  it("let the right way round pass, and turn it for a measure that is better low", () => {
    const text =
      "An improvement of more than 0.7 points can be ruled out, and so can a worsening of more than 1.9 points.";
    expect(problemsOfRuledOut(text, {...unclear, better: "lower"})).toEqual([]);
  });
});
