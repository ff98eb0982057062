import {design} from "../design.ts";
import {holm} from "../library/inference/index.ts";
import type {PartnershipOutcome} from "../release/partnership-files.ts";
import type {OutcomeDomain} from "../vocabulary/outcome-domain.ts";
import {isClaim} from "../words/claims.ts";
import {partnershipWords} from "../words/partnership-words.ts";
import {inOrder} from "./comparison/assumptions.ts";

/** What the words on an outcome need to know of its measure. */
type MeasureWords = Readonly<
  Record<string, {domain: OutcomeDomain; subject: string; better: "higher" | "lower" | "neither"}>
>;

/**
 * The outcomes of one partnership, each with how many were looked at. A claim that does not hold among so many is none:
 * its verdict becomes `of_many`. Held by Holm’s (1979) step-down test at the plan’s confidence, of the chance that
 * placebo partnerships move as far, under the assumption that makes that likelier.
 */
export function standAmong(outcomes: readonly PartnershipOutcome[], measures: MeasureWords): PartnershipOutcome[] {
  const looked_at = outcomes.filter(({effect}) => effect !== null).length;
  const adjusted = holm(Float64Array.from(outcomes, computeChance));
  return outcomes.map((outcome, i) => {
    if (outcome.effect === null || outcome.verdict === null) return outcome;
    const stands = adjusted[i] <= 1 - design.confidence + design.tolerances.tie;
    const among = {looked_at, chance: adjusted[i]};
    if (!isClaim(outcome.verdict)) return {...outcome, among};
    const {subject, better} = measures[outcome.measure];
    const reported = {...outcome, among, verdict: stands ? outcome.verdict : ("of_many" as const)};
    return {
      ...reported,
      ...partnershipWords(reported, {subject, better})
    };
  });
}

/** The share of placebo partnerships, with this one among them, that moved as far: of both assumptions the larger. */
function computeChance({placebo}: PartnershipOutcome): number {
  if (placebo === null) return NaN;
  return Math.max(...inOrder(placebo).map(({as_far, draws}) => (1 + as_far) / (1 + draws)));
}
