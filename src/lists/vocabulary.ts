import {partnershipTypes} from "../vocabulary/partnership-types/index.ts";

/** What a school does in a partnership, with words people use instead. */
export const roles = {
  supported: [
    "partner school",
    "recipient",
    "receiving",
    "receiving school",
    "helped",
    "receiver",
    "beneficiary",
    "client school",
    "supported academy",
    "sponsored",
    "sponsored academy"
  ],
  supporter: [
    "lead",
    "lead school",
    "leader",
    "supporting",
    "supporting school",
    "helper",
    "helping",
    "giver",
    "giving",
    "host",
    "sponsor",
    "sponsor academy",
    "sponsor school"
  ],
  member: [
    "participant",
    "full member",
    "associate",
    "associate member",
    "founder member",
    "founding member",
    "partner"
  ]
} as const satisfies Record<string, readonly string[]>;
export type Role = keyof typeof roles;

export const precisions = {
  day: ["exact", "date", "daily"],
  month: ["monthly"],
  term: ["termly"],
  year: ["academic year", "yearly", "annual"]
} as const satisfies Record<string, readonly string[]>;
export type Precision = keyof typeof precisions;

/** How good the evidence is: A a file, B a page, C a report. */
export const grades = {A: ["file"], B: ["page", "web page", "website"], C: ["report"]} as const;
export type Grade = keyof typeof grades;

export const answers = {
  yes: ["y", "true", "1", "x", "✓"],
  no: ["n", "false", "0", "none"],
  unknown: ["u", "?", "not known", "n/a", "part", "partly"]
} as const;

export const developmentPhases = {
  early: ["new", "starting"],
  development: ["developing"],
  longer_term: ["longer term", "long term", "mature", "established"]
} as const;
export type DevelopmentPhase = keyof typeof developmentPhases;

/** The partnership types that a list may name: all but those that a rule computes. */
export const listedPartnershipTypes: readonly string[] = Object.keys(partnershipTypes).filter(
  (partnership_type) => !partnershipTypes[partnership_type].placebo
);
