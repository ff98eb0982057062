import type {PartnershipType} from "./partnership-type.ts";
import {byRoute, memberByRegister} from "./role-words.ts";

const current =
  "The register keeps the groups a school is in now, with the date it joined; schools that left before the first extract are unknown.";
const all = "All members";

/** The first academies opened on it. */
const firstAcademies = "2002-09-01";

/** What every kind of the register has in common. */
const registered = {membership: ["register"], strength: "A", governance: true} as const;

/** The types that the register keeps. */
export const registerPartnershipTypes: Record<string, PartnershipType> = {
  multi_academy_trust: {
    label: "Multi-academy trusts",
    joining: "A school becomes one of several academies run by one trust.",
    gives: "Converter academies already in the trust when its first sponsor-led academy comes",
    takes: "Sponsor-led academies",
    ...registered,
    roles: byRoute,
    group_type: "multi-academy trust",
    since: firstAcademies,
    by_law: ["protocol", "joint_governing_body"],
    evidence: `${current} Sponsor-led academies that closed before are known from the exclusions file of their year, without their trust. A sponsor of the same name or company is the trust itself.`
  },
  single_academy_trust: {
    label: "Single-academy trusts",
    joining: "A school becomes an academy run by a trust of its own. It joins no other school: shown for comparison.",
    gives: "Nobody",
    takes: "The school, where it opened sponsor-led",
    ...registered,
    roles: "Supported: a sponsor-led academy, from its first sponsor-led opening. Member: every other.",
    group_type: "single-academy trust",
    since: firstAcademies,
    by_law: ["protocol"],
    evidence: current
  },
  foundation_trust: {
    label: "Foundation and co-operative trusts",
    joining: "A maintained school acquires a charitable trust, often with partner schools.",
    gives: "The charity and its partner schools",
    takes: "The schools it was set up for",
    ...registered,
    roles: memberByRegister,
    group_type: "trust",
    since: "2007-09-01",
    by_law: ["protocol"],
    evidence: current
  },
  federation: {
    label: "Federations",
    joining: "Maintained schools share one governing body.",
    gives: all,
    takes: all,
    ...registered,
    roles: memberByRegister,
    group_type: "federation",
    since: "2003-09-01",
    by_law: ["protocol", "joint_governing_body"],
    evidence: `${current} Only statutory federations of maintained schools are registered. From 2021/22 on, schools that make one financial return together are in one too.`
  },
  umbrella_trust: {
    label: "Umbrella trusts",
    joining: "Academy trusts share an umbrella trust above them.",
    gives: all,
    takes: all,
    ...registered,
    roles: memberByRegister,
    group_type: "umbrella trust",
    since: "2010-07-29",
    by_law: ["protocol"],
    evidence: current
  }
};
