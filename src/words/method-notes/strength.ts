import {design} from "../../design.ts";
import type {StrengthNote} from "./note.ts";

const down = "One step down";
const share = (x: number): string => `${Math.round(100 * x)}%`;

/** The written rule for strength of evidence, row by row, in the order in which src/analysis/evidence/strength.ts asks it. */
export function strengthNotes(asked: (typeof design)["strength"] = design.strength): StrengthNote[] {
  return [
    {
      title: "Where it starts",
      asks: "a comparison of schools on published data: level 3 of 5 on the Maryland scale",
      otherwise: `Starts at ${asked.start} and cannot rise. High is kept for lotteries and trials that a list may bring`
    },
    {
      title: "Both assumptions",
      asks: "two estimates of the same sign, apart by no more than the smallest effect of interest",
      otherwise: down
    },
    {
      title: "Size",
      asks: `${asked.schools} schools or more, in ${asked.partnerships} partnerships or more`,
      otherwise: down
    },
    {
      title: "Years",
      asks: `${asked.cohorts} joining years or more, and ${asked.later_years} years or more since joining`,
      otherwise: down
    },
    {
      title: "Before joining",
      asks: `nothing in the year before, in the joint test (p of ${asked.pre_trend} or more), from a base further back, or where joining is pretended earlier`,
      otherwise: down
    },
    {
      title: "Room for departures",
      asks: `the finding stands up to ${asked.breakdown} times the largest departure before joining`,
      otherwise: down
    },
    {
      title: "Who is compared",
      asks: `${share(asked.compared)} or more of the schools that joined in the role`,
      otherwise: down
    },
    {title: "Who was a member", asks: "known from a file or a page (grade A or B)", otherwise: down},
    {
      title: "A part of those who joined",
      asks: "no stronger than the evidence on all of them",
      otherwise: "As strong as the whole"
    },
    {title: "Very low", asks: "one step or none left", otherwise: "Too weak to say: nothing is claimed"},
    {
      title: "Not too good to be true",
      asks: `at most ${asked.plausible} standard deviations of pupils; where only schools’ spread is known, ${share(asked.between_schools)} of pupils’ variance is taken to lie between schools`,
      otherwise: "A note says to check selection"
    }
  ];
}
