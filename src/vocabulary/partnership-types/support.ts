import type {PartnershipType} from "./partnership-type.ts";
import {asListed, supportedByRule} from "./role-words.ts";

/** Types in which some schools give support and others take it, known from lists. */
export const supportPartnershipTypes: Record<string, PartnershipType> = {
  support_federation: {
    label: "Support federations",
    joining: "A strong school takes charge of helping a weak one for a time, often with one executive head.",
    gives: "The strong school",
    takes: "The weak school",
    roles: asListed,
    membership: ["list"],
    strength: "C",
    evidence: "Pairs were never published together; a federation in the register does not say which school was which."
  },
  national_support_school: {
    label: "National support schools",
    joining: "A school with a designated leader is sent to help a school in difficulty.",
    gives: "The designated school",
    takes: "The school in difficulty",
    roles: asListed,
    membership: ["list"],
    strength: "C",
    evidence: "The directory of leaders is closed, and whom they helped was never published."
  },
  rise_pairing: {
    label: "RISE-type pairings",
    joining: "An adviser matches a school that stays below good with an organisation that is to help it.",
    gives: "The supporting organisation, and its schools",
    takes: "The school on the list",
    roles: asListed,
    listed: "supported",
    membership: ["list"],
    strength: "A",
    evidence:
      "The schools are listed by the Department, the pairs by the press; earlier offers of the kind were not listed."
  },
  rise_rule: {
    label: "Would have been eligible for RISE (the rule, computed)",
    joining: "A second inspection in a row finds a school below good, the second that it requires improvement.",
    gives: "Nobody",
    takes: "The school that the rule picks",
    roles: supportedByRule,
    membership: ["rule"],
    strength: "A",
    evidence:
      "Computed from published inspections, as far back as they go. Nobody was sent to these schools for it: schools picked after two bad inspections recover by themselves, and a difference found here is what any help that picks its schools so would seem to add.",
    placebo: true
  },
  teaching_school_alliance: {
    label: "Teaching school alliances",
    joining: "A school works with a designated teaching school on training and support.",
    gives: "The teaching school",
    takes: "Schools of the alliance, above all those it supports",
    roles: asListed,
    membership: ["list"],
    strength: "C",
    evidence: "Teaching schools were listed, members of their alliances never centrally."
  },
  subject_hub: {
    label: "Subject and behaviour hubs",
    joining: "A school takes the courses and visits of a leading school in one field.",
    gives: "The hub’s lead school",
    takes: "Partner schools",
    roles: asListed,
    membership: ["list"],
    strength: "B",
    evidence: "Lead schools are listed, partner schools are not; an offer to an area is no sign of its use."
  },
  research_school: {
    label: "Research schools",
    joining: "A school takes part in the programmes of a school that spreads evidence.",
    gives: "The research school",
    takes: "Schools that take part",
    roles: asListed,
    membership: ["list"],
    strength: "B",
    evidence: "Research schools are listed by wave; a school’s use of one is not, and few have an area of their own."
  },
  school_sport_partnership: {
    label: "School sport partnerships",
    joining: "A school joins the family of a sports college, with a coordinator’s time paid for.",
    gives: "The sports college",
    takes: "Primary, secondary and special schools around it",
    roles: asListed,
    membership: ["list"],
    strength: "C",
    evidence:
      "No national list; from 2006 every school was in one, so schools that joined later have nobody to be compared with."
  }
};
