import {DOMAINS} from "../ui/domains.js";
import {ROLES} from "../chart/look.js";
import type {MeasureRow, PartnershipOutcome, Phase, Rates, Role} from "../ui/release.js";

const PHASE_ORDER: readonly Phase[] = ["primary", "secondary", "special"];

/** Outcomes in the order in which pages show them: by role, phase, outcome domain, then as measures are listed. */
export function orderedOutcomes(
  outcomes: readonly PartnershipOutcome[],
  measures: readonly Pick<MeasureRow, "id" | "domain">[]
): PartnershipOutcome[] {
  const domains = Object.keys(DOMAINS);
  const place = ({role, phase, measure}: PartnershipOutcome): number[] => {
    const at = measures.findIndex(({id}) => id === measure);
    return [ROLES.indexOf(role), PHASE_ORDER.indexOf(phase), domains.indexOf(measures[at]?.domain ?? "context"), at];
  };
  const placed = outcomes.map((outcome) => ({outcome, place: place(outcome)}));
  return placed
    .sort((a, b) => a.place.map((x, i) => x - b.place[i]).find((d) => d !== 0) ?? 0)
    .map(({outcome}) => outcome);
}

/** The outcome a page begins with: the first with an effect, in the order of pages; null where there is none. */
export const pickHeadline = (ordered: readonly PartnershipOutcome[]): PartnershipOutcome | null =>
  ordered.find(({effect, absent}) => effect !== null && absent === null) ?? null;

/** An outcome with its observed and expected change. */
export type RatedOutcome = PartnershipOutcome & {rates: Rates};

const isDrawn = (outcome: PartnershipOutcome): outcome is RatedOutcome =>
  outcome.rates !== null && outcome.rates.path.length > 0;

/** Outcomes of one role and phase, which stand in one part of a page. */
export interface OutcomePart {
  role: Role;
  phase: Phase;
  shown: RatedOutcome[];
  absent: PartnershipOutcome[];
}

/** Ordered outcomes by role and phase; those without anything to draw apart. */
export function outcomeParts(ordered: readonly PartnershipOutcome[]): OutcomePart[] {
  const parts = new Map<string, OutcomePart>();
  for (const outcome of ordered) {
    const {role, phase} = outcome;
    const id = `${role} ${phase}`;
    const part = parts.get(id) ?? {role, phase, shown: [], absent: []};
    if (isDrawn(outcome)) part.shown.push(outcome);
    else part.absent.push(outcome);
    parts.set(id, part);
  }
  return [...parts.values()];
}
