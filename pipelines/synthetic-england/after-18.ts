import {logistic, type Draw} from "./draw.ts";
import type {SchoolYear} from "./life.ts";
import type {SchoolState} from "./school-state.ts";
import {findSixthForm, type SixthForm} from "./sixth-form.ts";

/** Leavers of one type from 16 to 18 study, and where they were half a year later. */
export type Leavers18 = Record<(typeof leaver18Counts)[number], number>;
/** As the file’s columns end. */
export const leaver18Counts = [
  "COHORT",
  "OVERALL",
  "APPREN",
  "EDUCATION",
  "FE",
  "HE",
  "OTHER_EDU",
  "EMPLOYMENT",
  "NOT_SUSTAINED",
  "NOT_CAPTURED"
] as const;

/** Leavers in all and by level of study, as the file’s columns begin; disadvantaged ones of all levels apart. */
export const leaver18Groups = ["TOT", "TOT_DIS", "L3", "L2", "LALLOTH"] as const;
export type Left18 = Record<(typeof leaver18Groups)[number], Leavers18>;

/** Those who went on to study or training at level 4 or above within two years, of leavers with level 3 results. */
export type Onward = Record<(typeof onwardCounts)[number], number>;
export const onwardCounts = [
  "cohort",
  "progressed",
  "degree",
  "top_third",
  "russell_group",
  "oxbridge",
  "apprenticeship",
  "higher_technical",
  "disadvantaged",
  "progressed_disadvantaged",
  "degree_disadvantaged",
  "expected"
] as const;

/** A standard deviation of staying on: so much more likely, in log odds. */
const STAYING_ON = 0.35;

/** Where a school’s leavers of a year went; null without a sixth form. */
export function left18In(life: SchoolYear): Left18 | null {
  const sixth = findSixthForm(life);
  return sixth && life.drawn("after_18", (schoolState, draw) => leave(schoolState, sixth, draw));
}

function leave({level, planted}: SchoolState, sixth: SixthForm, draw: Draw): Left18 {
  const {finishing, a_level, applied, technical, level2, disadvantaged} = sixth;
  const stay = STAYING_ON * (level + planted.staying_on);
  const share = finishing > 0 ? disadvantaged / finishing : 0;
  const go = (n: number, odds: number, higher: number): Leavers18 => {
    const EDUCATION = draw.binomial(n, logistic(odds + stay));
    const HE = draw.binomial(EDUCATION, logistic(higher + 0.4 * level));
    const FE = draw.binomial(EDUCATION - HE, 0.75);
    const APPREN = draw.binomial(n - EDUCATION, 0.2);
    const EMPLOYMENT = draw.binomial(n - EDUCATION - APPREN, 0.6);
    const rest = n - EDUCATION - APPREN - EMPLOYMENT;
    const NOT_CAPTURED = draw.binomial(rest, 0.3);
    return {
      COHORT: n,
      OVERALL: EDUCATION + APPREN + EMPLOYMENT,
      APPREN,
      EDUCATION,
      FE,
      HE,
      OTHER_EDU: EDUCATION - HE - FE,
      EMPLOYMENT,
      NOT_SUSTAINED: rest - NOT_CAPTURED,
      NOT_CAPTURED
    };
  };
  const levels = [
    {name: "L3", n: a_level + applied + technical, odds: 0.75, higher: 2.4},
    {name: "L2", n: level2, odds: 0.1, higher: -2},
    {name: "LALLOTH", n: finishing - a_level - applied - technical - level2, odds: -0.1, higher: -3}
  ] as const;
  const split = levels.map(({name, n, odds, higher}) => {
    const poor = draw.binomial(n, share);
    return {name, poor: go(poor, odds - 0.3, higher - 0.3), rest: go(n - poor, odds + 0.1, higher + 0.1)};
  });
  const byLevel = Object.fromEntries(split.map(({name, poor, rest}) => [name, addLeavers18([poor, rest])]));
  return {
    ...(byLevel as Pick<Left18, "L3" | "L2" | "LALLOTH">),
    TOT: addLeavers18(split.flatMap(({poor, rest}) => [poor, rest])),
    TOT_DIS: addLeavers18(split.map(({poor}) => poor))
  };
}

/** Several groups of leavers as one. */
export const addLeavers18 = (all: readonly Leavers18[]): Leavers18 =>
  Object.fromEntries(leaver18Counts.map((name) => [name, all.reduce((n, one) => n + one[name], 0)])) as Leavers18;

/** Who of a school’s leavers of a year went on to higher education or training; null without a sixth form. */
export function simulateOnward(life: SchoolYear): Onward | null {
  const sixth = findSixthForm(life);
  return sixth && life.drawn("onward", (schoolState, draw) => goOn(schoolState, sixth, draw));
}

function goOn({level, prior, planted}: SchoolState, sixth: SixthForm, draw: Draw): Onward {
  const {a_level, applied, technical, a_level_disadvantaged: poor} = sixth;
  const cohort = a_level + applied + technical;
  const odds = 0.7 + 0.4 * level + STAYING_ON * planted.staying_on;
  const progressedPoor = draw.binomial(poor, logistic(odds - 0.2));
  const progressed = progressedPoor + draw.binomial(cohort - poor, logistic(odds));
  const degreePoor = draw.binomial(progressedPoor, 0.9);
  const degree = degreePoor + draw.binomial(progressed - progressedPoor, 0.92);
  const topThird = draw.binomial(degree, logistic(-0.7 + 0.7 * level));
  const russell = draw.binomial(topThird, 0.65);
  const apprenticeship = draw.binomial(progressed - degree, 0.55);
  return {
    cohort,
    progressed,
    degree,
    top_third: topThird,
    russell_group: russell,
    oxbridge: draw.binomial(russell, 0.06),
    apprenticeship,
    higher_technical: progressed - degree - apprenticeship,
    disadvantaged: poor,
    progressed_disadvantaged: progressedPoor,
    degree_disadvantaged: degreePoor,
    expected: cohort * logistic(0.7 + 0.35 * prior)
  };
}

export const addOnward = (all: readonly Onward[]): Onward =>
  Object.fromEntries(onwardCounts.map((name) => [name, all.reduce((n, one) => n + one[name], 0)])) as Onward;
