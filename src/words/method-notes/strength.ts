import {design} from "../../design.ts";
import type {StrengthRow} from "./method-row.ts";

const down = "One step down";
const share = (x: number): string => `${Math.round(100 * x)}%`;

/** The written rule for strength of evidence, row by row, in the order in which src/analysis/evidence/strength.ts asks it. */
export function makeStrengthRows(requested: (typeof design)["strength"] = design.strength): StrengthRow[] {
  return [
    {
      title: "Where it starts",
      requires: "a comparison of schools on published data: level 3 of 5 on the Maryland scale",
      otherwise: `Starts at ${requested.start} and cannot rise. High is kept for lotteries and trials that a list may bring`
    },
    {
      title: "Both assumptions",
      requires: "two estimates of the same sign, apart by no more than the smallest effect of interest",
      otherwise: down
    },
    {
      title: "Size",
      requires: `${requested.schools} schools or more, in ${requested.partnerships} partnerships or more`,
      otherwise: down
    },
    {
      title: "Years",
      requires: `${requested.cohorts} joining years or more, and ${requested.later_years} years or more since joining`,
      otherwise: down
    },
    {
      title: "Before joining",
      requires: `nothing in the year before, in the joint test (p of ${requested.pre_trend} or more), from a base further back, or where joining is pretended earlier`,
      otherwise: down
    },
    {
      title: "Room for departures",
      requires: `the finding stands up to ${requested.breakdown} times the largest departure before joining`,
      otherwise: down
    },
    {
      title: "Who is compared",
      requires: `${share(requested.compared)} or more of the schools that joined in the role`,
      otherwise: down
    },
    {title: "Who was a member", requires: "known from a file or a page (grade A or B)", otherwise: down},
    {
      title: "A part of those who joined",
      requires: "no stronger than the evidence on all of them",
      otherwise: "As strong as the whole"
    },
    {title: "Very low", requires: "one step or none left", otherwise: "Too weak to say: nothing is claimed"},
    {
      title: "Not too good to be true",
      requires: `at most ${requested.plausible} standard deviations of pupils; where only schools’ spread is known, ${share(requested.between_schools)} of pupils’ variance is taken to lie between schools`,
      otherwise: "A note says to check selection"
    }
  ];
}
