import {design} from "../design.ts";
import {holm} from "../library/inference/index.ts";
import type {PartnershipOutcome} from "../release/partnership-notes.ts";
import type {MeasureLine} from "../vocabulary/outcome-domain.ts";
import {isClaim} from "../words/claims.ts";
import {partnershipWords} from "../words/partnership-words.ts";
import {inOrder} from "./comparison/assumptions.ts";

/** What the words on an outcome need to know of its measure. */
type MeasureWords = Readonly<
  Record<string, {line: MeasureLine; subject: string; better: "higher" | "lower" | "neither"}>
>;

/**
 * The outcomes of one partnership, each with how many were looked at. A claim that does not hold among so many is none:
 * its verdict becomes `of_many`. Held by Holm’s (1979) step-down test at the plan’s confidence, of the chance that
 * placebo partnerships move as far, under the assumption that makes that likelier.
 */
export function standAmong(
  outcomes: readonly PartnershipOutcome[],
  {measures, worthOf}: {measures: MeasureWords; worthOf: (measure: string) => number}
): PartnershipOutcome[] {
  const looked_at = outcomes.filter(({effect}) => effect !== null).length;
  const adjusted = holm(Float64Array.from(outcomes, chanceOf));
  return outcomes.map((outcome, i) => {
    if (outcome.effect === null || outcome.verdict === null) return outcome;
    const stands = adjusted[i]! <= 1 - design.confidence + design.tolerances.tie;
    const among = {looked_at, chance: adjusted[i]!};
    if (stands || !isClaim(outcome.verdict)) return {...outcome, among};
    const {subject, better} = measures[outcome.measure]!;
    const told = {...outcome, among, verdict: "of_many" as const};
    return {...told, ...partnershipWords(told, {subject, better, worth: worthOf(outcome.measure)})};
  });
}

/** The share of placebo partnerships, with this one among them, that moved as far: of both assumptions the larger. */
function chanceOf({placebo}: PartnershipOutcome): number {
  if (placebo === null) return NaN;
  return Math.max(...inOrder(placebo).map(({as_far, draws}) => (1 + as_far) / (1 + draws)));
}
