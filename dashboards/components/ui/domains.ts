import type {MeasureRow} from "./release.js";

export type OutcomeDomain = MeasureRow["domain"];

/** The outcome domains, in the order in which pages show them. */
export const DOMAINS: Readonly<Record<OutcomeDomain, string>> = {
  attainment: "Attainment",
  disadvantaged: "Disadvantaged pupils",
  behaviour: "Behaviour",
  attendance: "Attendance",
  staying_on: "Staying on",
  curriculum: "Broader curriculum",
  practice: "Staffing and leadership",
  efficiency: "Money",
  inspection: "Inspection",
  context: "Who the schools teach (not an outcome)"
};

/** Outcome domains about which nothing is published by school. */
export const UNPUBLISHED: readonly string[] = ["School sport", "Extended services"];

/** Measures by outcome domain, in the order of the domains. */
export const byDomain = (
  measures: readonly MeasureRow[]
): {domain: OutcomeDomain; label: string; measures: MeasureRow[]}[] =>
  (Object.entries(DOMAINS) as [OutcomeDomain, string][])
    .map(([domain, label]) => ({domain, label, measures: measures.filter((d) => d.domain === domain)}))
    .filter((d) => d.measures.length > 0);
