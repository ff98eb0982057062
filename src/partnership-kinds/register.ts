import type {KindOfPartnership} from "./kind.ts";
import {byRoute} from "./role-words.ts";

const current =
  "The register keeps the groups a school is in now, with the date it joined; schools that left before the first extract are unknown.";
const members = "Converter academies already there when the first sponsor-led academy comes";
const supported = "Sponsor-led academies";

/** What every kind of the register has in common. */
const registered = {roles: byRoute, membership: ["register"], strength: "A"} as const;

/** The kinds that the register keeps. */
export const registerKinds: Record<string, KindOfPartnership> = {
  multi_academy_trust: {
    label: "Multi-academy trusts",
    joining: "A school becomes one of several academies run by one trust.",
    gives: members,
    takes: supported,
    ...registered,
    group_type: "multi-academy trust",
    governance: true,
    one_at_a_time: true,
    has_route: true,
    since: "2002-09-01",
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
    one_at_a_time: true,
    has_route: true,
    since: "2002-09-01",
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
    governance: true,
    since: "2007-05-25",
    by_law: ["protocol"],
    evidence: current
  },
  federation: {
    label: "Federations",
    joining: "Maintained schools share one governing body.",
    gives: "Nobody the register names",
    takes: "Nobody the register names",
    ...registered,
    group_type: "federation",
    governance: true,
    since: "2003-09-01",
    by_law: ["protocol", "joint_governing_body"],
    evidence: `${current} Only statutory federations of maintained schools are registered. From 2021/22 on, schools that make one financial return together are in one too.`
  },
  umbrella_trust: {
    label: "Umbrella trusts",
    joining: "Academy trusts share an umbrella trust above them.",
    gives: "Nobody the register names",
    takes: "Nobody the register names",
    ...registered,
    group_type: "umbrella trust",
    governance: true,
    since: "2010-09-01",
    by_law: ["protocol"],
    evidence: current
  }
};
