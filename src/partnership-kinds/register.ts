import type {KindOfPartnership} from "./kind.ts";
import {byResults} from "./role-words.ts";

const current =
  "The register keeps the groups a school is in now, with the date it joined; schools that left before the first extract are unknown.";
const members = "Members with good results when a school in need joins";
const joiners = "Members that joined with poor results";

/** What every kind of the register has in common. */
const registered = {roles: byResults, membership: ["register"], strength: "A"} as const;

/** The kinds that the register keeps. */
export const registerKinds: Record<string, KindOfPartnership> = {
  sponsor: {
    label: "Academy sponsors",
    joining:
      "A school becomes an academy with a sponsor answerable for it, or an academy comes under a sponsor already at work elsewhere.",
    gives: "The sponsor, and its earlier schools",
    takes: "Academies opened or taken on by the sponsor",
    ...registered,
    group_type: "school sponsor",
    by_law: ["protocol"],
    evidence: `${current} Sponsored academies that have closed are known from the exclusions file of their year.`
  },
  multi_academy_trust: {
    label: "Multi-academy trusts",
    joining: "A school becomes one of several academies run by one trust.",
    gives: members,
    takes: joiners,
    ...registered,
    group_type: "multi-academy trust",
    by_law: ["protocol", "joint_governing_body"],
    evidence: current
  },
  single_academy_trust: {
    label: "Single-academy trusts",
    joining: "A school becomes an academy run by a trust of its own. It joins no other school: shown for comparison.",
    gives: "Nobody",
    takes: "Nobody: there is one school",
    ...registered,
    group_type: "single-academy trust",
    by_law: ["protocol"],
    evidence: current
  },
  foundation_trust: {
    label: "Foundation and co-operative trusts",
    joining: "A maintained school acquires a charitable trust, often with partner schools.",
    gives: "The charity and its partner schools",
    takes: "The schools it was set up for",
    ...registered,
    group_type: "trust",
    by_law: ["protocol"],
    evidence: current
  },
  federation: {
    label: "Federations",
    joining: "Maintained schools share one governing body.",
    gives: members,
    takes: joiners,
    ...registered,
    group_type: "federation",
    by_law: ["protocol", "joint_governing_body"],
    evidence: `${current} Only statutory federations of maintained schools are registered. From 2021/22 on, schools that make one financial return together are in one too.`
  },
  umbrella_trust: {
    label: "Umbrella trusts",
    joining: "Academy trusts share an umbrella trust above them.",
    gives: members,
    takes: joiners,
    ...registered,
    group_type: "umbrella trust",
    by_law: ["protocol"],
    evidence: current
  }
};
