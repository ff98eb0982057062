import type {Phase} from "../../src/release.ts";
import type {BaseName, Question} from "./calibration-draws.ts";
import type {Pick} from "./calibration-partnerships.ts";

/** What is asked of fake partnerships, before the schools to draw from are known. */
export interface Asked extends Omit<Question, "by"> {
  phase: Phase;
  measures: readonly string[];
}

interface Clock {
  phase: Phase;
  measures: readonly string[];
  cohorts: readonly number[];
}

/** Years in which the outcomes have a base window before and years after: exclusions of 2006/07 to 2016/17, results at sixteen of 2013/14 to 2018/19. */
const exclusions: Clock = {
  phase: "secondary",
  measures: ["suspension_rate", "permanent_exclusion_rate"],
  cohorts: [2011, 2012, 2013, 2014, 2015]
};
const results: Clock = {phase: "secondary", measures: ["ks4_attainment"], cohorts: [2017, 2018]};

const asked = (
  clock: Clock,
  [partnerships, schools]: readonly [number, number],
  {
    pick = "by lot",
    page = "kind",
    bases = ["window"]
  }: {pick?: Pick; page?: Question["page"]; bases?: readonly BaseName[]} = {}
): Asked => ({...clock, partnerships, schools, pick, page, bases});

const both: readonly BaseName[] = ["window", "g−1"];

/** Every question, in the order of the table: 5, 15, 60 and 300 schools, and how they came to be picked. */
export const questions: readonly Asked[] = [
  ...[exclusions, results].flatMap((clock) => [
    asked(clock, [1, 5], {page: "partnership"}),
    asked(clock, [5, 1]),
    asked(clock, [5, 3]),
    asked(clock, [20, 3]),
    asked(clock, [100, 3])
  ]),
  ...[exclusions, results].flatMap((clock) => [
    asked(clock, [1, 5], {pick: "one authority", page: "partnership"}),
    asked(clock, [5, 3], {pick: "one authority"})
  ]),
  asked(results, [5, 3], {pick: "lowest third"}),
  asked(results, [20, 3], {pick: "lowest third"}),
  asked(results, [5, 3], {pick: "bad year", bases: both}),
  asked(results, [20, 3], {pick: "bad year", bases: both}),
  asked(exclusions, [20, 3], {pick: "bad year", bases: both})
];
