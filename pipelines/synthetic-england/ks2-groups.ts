import {clamp, logistic, logit, type Draw} from "./draw.ts";
import {complete, type Drawn, type Groups, type Sums} from "./groups.ts";
import type {Ks2} from "./ks2.ts";

const counts = ["all_three", "higher", "reading", "writing", "maths"] as const;
const totals = [
  "pupils",
  "progress_pupils",
  "reading_score",
  "maths_score",
  "grammar_score",
  "reading_progress",
  "writing_progress",
  "maths_progress"
] as const;

/** What is counted and summed of a group’s pupils. */
export type Ks2Sum = (typeof ks2Sums)[number];
export const ks2Sums = [...totals, ...counts] as const;

/** Log odds of passing next to all pupils. */
const odds: Record<Drawn, number> = {
  girls: 0.25,
  low: -2.2,
  high: 1.6,
  eal: -0.05,
  non_mobile: 0.05,
  disadvantaged: -0.6
};

/** A school’s pupils by group. */
export function ks2Groups(own: Ks2, draw: Draw): Groups<Ks2Sum> {
  const all = Object.fromEntries(ks2Sums.map((name) => [name, own[name]])) as Sums<Ks2Sum>;
  const part = (group: Drawn, pupils: number) => makePart(all, pupils, odds[group], draw);
  const low = draw.binomial(own.pupils, clamp(0.25 - 0.04 * (own.prior / own.pupils - 16), 0.02, 1));
  return complete(all, {
    girls: part("girls", own.girls),
    low: part("low", low),
    high: part("high", draw.binomial(own.pupils - low, 0.3)),
    eal: part("eal", own.eal),
    non_mobile: part("non_mobile", own.non_mobile),
    disadvantaged: {...part("disadvantaged", own.disadvantaged), all_three: own.all_three_disadvantaged}
  });
}

function makePart(all: Sums<Ks2Sum>, pupils: number, better: number, draw: Draw): Sums<Ks2Sum> {
  const share = all.pupils > 0 ? pupils / all.pupils : 0;
  const rest = all.pupils - pupils;
  const passed = (name: (typeof counts)[number]): number => {
    const rate = all.pupils > 0 ? clamp(all[name] / all.pupils, 0.002, 0.998) : 0;
    const some = draw.binomial(pupils, logistic(logit(rate) + better));
    return clamp(some, Math.max(0, all[name] - rest), Math.min(pupils, all[name]));
  };
  const scores = (name: (typeof totals)[number]) => all[name] * share + 2.2 * better * pupils;
  const progress = (name: (typeof totals)[number]) => all[name] * share;
  return {
    pupils,
    progress_pupils: Math.round(all.progress_pupils * share),
    reading_score: scores("reading_score"),
    maths_score: scores("maths_score"),
    grammar_score: scores("grammar_score"),
    reading_progress: progress("reading_progress"),
    writing_progress: progress("writing_progress"),
    maths_progress: progress("maths_progress"),
    all_three: passed("all_three"),
    higher: passed("higher"),
    reading: passed("reading"),
    writing: passed("writing"),
    maths: passed("maths")
  };
}
