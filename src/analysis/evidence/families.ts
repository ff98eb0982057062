import {design} from "../../design.ts";
import type {OutcomeDomain} from "../../vocabulary/outcome-domain.ts";
import type {Phase} from "../../vocabulary/phase.ts";

/** Outcomes that are tested at once. */
export interface Family {
  name: string;
  measures: string[];
}

/**
 * The families of a phase among the measures at hand: the headline measures of the plan, and the rest by outcome domain of the
 * evidence framework. Every measure is in one; measures of context are in none, since no partnership sets out to move
 * them.
 */
export function groupFamilies(measures: Readonly<Record<string, {domain: OutcomeDomain}>>, phase: Phase): Family[] {
  const headline = design.families.headline[phase].filter((id) => id in measures);
  const lines = new Map<string, string[]>();
  for (const [id, {domain}] of Object.entries(measures)) {
    if (domain === "context" || headline.includes(id)) continue;
    lines.set(domain, [...(lines.get(domain) ?? []), id]);
  }
  const rest = [...lines].map(([name, of]) => ({name, measures: of}));
  return headline.length ? [{name: "headline", measures: headline}, ...rest] : rest;
}
