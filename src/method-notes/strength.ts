import {strengthRule} from "../telling/strength-rule.ts";
import type {StrengthNote} from "./note.ts";

const {start, rules, plausible} = strengthRule;

type Rule = keyof typeof rules;

const steps = (n: number): string => (n === 1 ? "One step down" : `${n} steps down`);

/** What each rule asks; a rule that is added does not compile without its words. */
const asked: Readonly<Record<Rule, {title: string; asks: string; otherwise: string}>> = {
  size: {
    title: "Size",
    asks: `${rules.size.schools} schools or more, in ${rules.size.partnerships} partnerships or more`,
    otherwise: steps(rules.size.steps)
  },
  balance: {
    title: "Likeness before joining",
    asks: `no difference above ${rules.balance.largest} standard deviations left between the two groups`,
    otherwise: steps(rules.balance.steps)
  },
  pre_trend: {
    title: "Same path before joining",
    asks: `the joint test of the years before finds no difference (p of ${rules.pre_trend.p} or more)`,
    otherwise: steps(rules.pre_trend.steps)
  },
  breakdown: {
    title: "Room for drift",
    asks: `the finding stands if the groups drift apart by ${rules.breakdown.magnitude} of the largest drift seen before`,
    otherwise: steps(rules.breakdown.steps)
  },
  placebo: {
    title: "Beyond chance",
    asks: `at most ${Math.round(100 * rules.placebo.share)}% of made-up partnerships moved as far`,
    otherwise: steps(rules.placebo.steps)
  },
  luck: {
    title: "How schools were picked",
    asks: "the figure adjusted as if chance had picked the schools lies within the interval",
    otherwise: steps(rules.luck.steps)
  },
  membership: {
    title: "Who was a member",
    asks: "known from a file that lists schools (grade A)",
    otherwise: `Grade B, from a page: cannot be high. Grade C, from a report: ${steps(rules.membership.steps.C).toLowerCase()}`
  },
  part: {
    title: "A part of those who joined",
    asks: `no stronger than ${rules.part.at_most}`,
    otherwise: "As strong as the whole"
  }
};

/** The written rule for strength of evidence, row by row, from src/telling/strength-rule.ts. */
export const strengthNotes = (): StrengthNote[] => [
  ...Object.values(start).map(({strength, maryland, words}) => ({
    title: "Where it starts",
    asks: words,
    otherwise: `Starts at ${strength}; level ${maryland} of 5 on the Maryland scale`
  })),
  ...(Object.keys(rules) as Rule[]).map((rule) => asked[rule]),
  {title: "High", asks: "every one of these", otherwise: "At most moderate"},
  {
    title: "Not too good to be true",
    asks: `at most ${plausible} standard deviations of pupils`,
    otherwise: "A note says to check how schools were chosen"
  }
];
