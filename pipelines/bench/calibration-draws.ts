import {baseStudyOf, weightsWhere} from "../../src/analysis/base-study.ts";
import type {MatchingVariable} from "../../src/analysis/candidates.ts";
import {changeDefaults, type ChangeOptions} from "../../src/analysis/changes.ts";
import {drawComparators, type Drawn} from "../../src/analysis/comparators.ts";
import {eventStudyOf} from "../../src/analysis/event-study.ts";
import type {Joining} from "../../src/analysis/joining.ts";
import {partnershipOutcomesOf} from "../../src/analysis/partnership-outcome.ts";
import {design} from "../../src/design.ts";
import type {Study} from "../../src/analysis/study.ts";
import {mersenneTwister} from "../../src/statistics/mersenne-twister.ts";
import type {Effect} from "../../src/results.ts";
import {drawPartnerships, type FakePlan} from "./calibration-partnerships.ts";

/** Event times that change is counted from. */
export type BaseName = "window" | "g−1" | "g−2";

export interface Question extends Omit<FakePlan, "authority"> {
  /** Whether the page of one partnership is asked, or that of its kind. */
  page: "partnership" | "kind";
  bases: readonly BaseName[];
}

/** What came out for a measure and a base, over all draws. */
export interface Answer {
  measure: string;
  base: BaseName;
  /** How the interval was made, most often. */
  method: string;
  /** Draws with an interval, those whose interval leaves out zero, on either side, and the estimates in the unit told. */
  intervals: number;
  higher: number;
  lower: number;
  estimates: number[];
}

export interface Country {
  /** By school of the phase: first year in anything real. */
  treatedFrom: Float64Array;
  variables: readonly MatchingVariable[];
  studies: readonly Study[];
  /** By school: a number for its authority, −1 where unknown. */
  authority: Int32Array;
}

/** The event times of a base, by event time. */
export const baseOf = {window: changeDefaults.baseOf, "g−1": () => [-1, -1], "g−2": () => [-2, -2]} satisfies Record<
  BaseName,
  ChangeOptions["baseOf"]
>;

/** Draws fake partnerships and estimates what they added, as the product does, with the interval it prints. Null where too few schools are there to draw from. */
export function askOften(
  {treatedFrom, variables, studies, authority}: Country,
  question: Question,
  {draws, seed}: {draws: number; seed: number}
): Answer[] | null {
  const answers = studies.flatMap(({measure}) =>
    question.bases.map((base): Answer & {methods: Map<string, number>} => ({
      measure,
      base,
      method: "none",
      intervals: 0,
      higher: 0,
      lower: 0,
      estimates: [],
      methods: new Map()
    }))
  );
  const source = mersenneTwister(seed);
  for (let draw = 0; draw < draws; draw++) {
    const joining = drawPartnerships(treatedFrom, {...question, authority}, source);
    if (!joining) return null;
    const drawn = drawComparators(joining, variables);
    for (const answer of answers) {
      const study = studies.find(({measure}) => measure === answer.measure)!;
      const {effect, method} = estimate(study, {
        joining,
        drawn,
        authority,
        base: answer.base,
        page: question.page,
        seed: draw + 1
      });
      if (!effect) continue;
      answer.estimates.push(effect.value);
      if (effect.low === null || effect.high === null) continue;
      answer.intervals++;
      if (effect.low > 0) answer.higher++;
      if (effect.high < 0) answer.lower++;
      answer.methods.set(method, (answer.methods.get(method) ?? 0) + 1);
    }
  }
  return answers.map(({methods, ...answer}) => ({
    ...answer,
    method: [...methods].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "none"
  }));
}

function estimate(
  study: Study,
  {
    joining,
    drawn,
    authority,
    base,
    page,
    seed
  }: {joining: Joining; drawn: Drawn; authority: Int32Array; base: BaseName; page: Question["page"]; seed: number}
): {effect: Effect | null; method: string} {
  const based = baseStudyOf(drawn.cohorts, study, joining, {...changeDefaults, baseOf: baseOf[base]});
  if (page === "partnership") {
    const [outcome] = partnershipOutcomesOf(study, {kind: "fake", role: "member", joining, authority}, based);
    return {effect: outcome!.outcome.effect, method: "made_up_partnerships"};
  }
  const weights = weightsWhere(based.differences, () => true);
  const found = eventStudyOf(based.cohorts, based.differences, {
    ...based,
    weights,
    unit: study.unit,
    draws: design.draws.placebo,
    seed
  });
  return {effect: found.overall && found.overall.effect, method: found.method};
}
