import type {
  PartnershipMember,
  PartnershipFile,
  PartnershipOutcome,
  PartnershipRow
} from "../../src/release/partnership-files.ts";
import {effect, rates} from "./example-result.ts";

export const member = (rest: Partial<PartnershipMember> = {}): PartnershipMember => ({
  school_id: 900001,
  urn: 900001,
  name: "Alder School",
  phase: "primary",
  role: "supported",
  role_source: "Opened as a sponsor-led academy",
  joined: "2013-09-01",
  joined_precision: "day",
  moved_from: null,
  moved_from_id: null,
  left: null,
  left_precision: null,
  ended_because: null,
  cohort: 2014,
  easting: 400_000,
  northing: 300_000,
  new_urn: null,
  other_types: 0,
  ...rest
});

export const outcome = (rest: Partial<PartnershipOutcome> = {}): PartnershipOutcome => ({
  measure: "ks2_attainment",
  phase: "primary",
  role: "supported",
  schools: 9,
  scale: "native",
  unit: "percentage points",
  digits: 1,
  sd: 10,
  smallest_effect: 1,
  effect: effect(3.4, 2.8),
  periods: {early: null, development: null, longer_term: null},
  verdict: "better",
  strength: "low",
  strength_lost: ["size"],
  title: "Its supported schools did better than similar schools: +3.4 percentage points",
  sentence: "Compared with similar schools, the share rose by 3.4 percentage points.",
  placebo: null,
  among: null,
  shrunken: {same_trend: {value: 1.4, low: -0.4, high: 3.2}, same_past: {value: 1.2, low: -0.6, high: 3}},
  years: [2014, 2019],
  rates: rates(),
  absent: null,
  ...rest
});

export const partnership = (rest: Partial<PartnershipFile> = {}): PartnershipFile => ({
  id: "p1",
  name: "Alder Partnership",
  partnership_type: "federation",
  former_names: [],
  sponsors: false,
  sponsors_evidence: null,
  regions: ["North"],
  authorities: ["Aldershire"],
  model: null,
  services: [],
  started: null,
  ended: null,
  source: "gias_group_links",
  source_url: null,
  source_date: null,
  evidence: "A",
  note: null,
  definition: [],
  meets_definition: "unknown",
  cost_per_year: null,
  unmatched: [],
  members: [member(), member({urn: 900002}), member({urn: 900003, role: "supporter"})],
  outcomes: [outcome()],
  described: [],
  attrition: [],
  ...rest
});

export const partnershipRow = (rest: Partial<PartnershipRow> = {}): PartnershipRow => ({
  id: "p1",
  name: "Alder Partnership",
  former_names: "",
  partnership_type: "federation",
  regions: "North; South",
  model: null,
  phases: "primary",
  schools: 4,
  supported: 2,
  supporter: 1,
  member: 1,
  first_joined: 2014,
  last_left: null,
  ...rest
});
