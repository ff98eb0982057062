/** A kind of partnership a school can join, as the register records it. */
export interface PartnershipKind {
  label: string;
  /** What joining means, in a sentence. */
  joining: string;
  /** How a school’s role in it is told, in a sentence. */
  roles: string;
  /** The register’s own name for groups of this kind, in lower case. */
  group_type: string;
  /** What the membership rests on, and what it cannot show. */
  evidence: string;
}

const byResults =
  "Supported: a sponsored academy, or a school that joined with results in the bottom third of its phase. Supporter: a member with results above the median when the first supported school joins after it. Otherwise member.";
const current =
  "The register keeps the groups a school is in now, with the date it joined; schools that left before the first extract are unknown.";

/** What a role rests on, in words. */
export const roleEvidence: Record<string, string> = {
  sponsored_academy: "Opened as a sponsored academy",
  results_before: "Results in the years before",
  no_prior_results: "No earlier results in the files: counted as a member"
};

/** Every kind, by id. To add one, add an entry here. */
export const partnershipKinds: Record<string, PartnershipKind> = {
  sponsor: {
    label: "Academy sponsors",
    joining:
      "A school becomes an academy with a sponsor answerable for it, or an academy comes under a sponsor already at work elsewhere.",
    roles: byResults,
    group_type: "school sponsor",
    evidence: `${current} Sponsored academies that have closed are known from the exclusions file of their year.`
  },
  multi_academy_trust: {
    label: "Multi-academy trusts",
    joining: "A school becomes one of several academies run by one trust.",
    roles: byResults,
    group_type: "multi-academy trust",
    evidence: current
  },
  single_academy_trust: {
    label: "Single-academy trusts",
    joining: "A school becomes an academy run by a trust of its own. It joins no other school: shown for comparison.",
    roles: byResults,
    group_type: "single-academy trust",
    evidence: current
  },
  foundation_trust: {
    label: "Foundation and co-operative trusts",
    joining: "A maintained school acquires a charitable trust, often with partner schools.",
    roles: byResults,
    group_type: "trust",
    evidence: current
  },
  federation: {
    label: "Federations",
    joining: "Maintained schools share one governing body.",
    roles: byResults,
    group_type: "federation",
    evidence: `${current} Only statutory federations of maintained schools are registered.`
  },
  umbrella_trust: {
    label: "Umbrella trusts",
    joining: "Academy trusts share an umbrella trust above them.",
    roles: byResults,
    group_type: "umbrella trust",
    evidence: current
  }
};
