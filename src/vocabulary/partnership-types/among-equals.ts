import type {PartnershipType} from "./partnership-type.ts";
import {asListed, memberByArea} from "./role-words.ts";

const all = "All members";

/** Types in which schools of an area or a group work together, without one side set to help the other. */
export const partnershipTypesAmongEquals: Record<string, PartnershipType> = {
  consortium_14_19: {
    label: "14–19 consortia",
    joining: "Schools and colleges open courses for older pupils to each other, or run one sixth form together.",
    gives: all,
    takes: all,
    roles: memberByArea,
    membership: ["register", "list", "geography"],
    areas: {role: "member", partnership: "area"},
    strength: "B",
    evidence:
      "The register links sixth form centres to their schools, and the tables of 16 to 18 name the schools of joint sixth forms; for many neither has a date. Of pathfinders authorities are known in part, and schools of Diploma consortia were not listed."
  },
  behaviour_collaborative: {
    label: "Behaviour collaboratives",
    joining: "Secondary schools of an area pool places, staff and money for pupils at risk of exclusion.",
    gives: all,
    takes: all,
    roles: asListed,
    membership: ["list"],
    strength: "C",
    evidence: "Expected everywhere by 2007, registered nowhere."
  },
  extended_services_cluster: {
    label: "Extended services clusters",
    joining: "Schools share childcare, study support, help for parents and access to other services.",
    gives: "The cluster’s lead school and its agencies",
    takes: "Schools of the cluster",
    roles: asListed,
    membership: ["list"],
    strength: "C",
    evidence: "Only counts were published."
  },
  ict_partnership: {
    label: "ICT-based partnerships",
    joining: "A school is connected, taught or equipped through a shared network or centre.",
    gives: "The network, or the school that houses the centre",
    takes: "Schools connected or served",
    roles: memberByArea,
    membership: ["list", "geography"],
    areas: {role: "member", partnership: "part"},
    strength: "C",
    evidence:
      "Broadband consortia took in every school of their authorities, which leaves nobody to compare with; users of a centre were not listed."
  },
  area_based_partnership: {
    label: "Area-based education partnerships",
    joining: "A school becomes a member, or falls in the area, of a body of the schools of one authority.",
    gives: all,
    takes: all,
    roles: memberByArea,
    membership: ["list", "geography"],
    areas: {role: "member", partnership: "area"},
    strength: "C",
    evidence:
      "Few publish members and almost none a history; where a partnership is of all schools of an authority, its area gives them."
  },
  regional_network: {
    label: "Regional networks",
    joining: "A school subscribes to a network that speaks for the schools of a region and brings them together.",
    gives: all,
    takes: all,
    roles: asListed,
    membership: ["list"],
    strength: "C",
    evidence: "Numbers of partner schools are published, names by year are not."
  },
  peer_collaboration: {
    label: "Peer collaborations",
    joining: "Schools agree to review each other, or to plan and spend together.",
    gives: all,
    takes: all,
    roles: asListed,
    membership: ["list"],
    strength: "C",
    evidence: "Known only from what partners keep."
  }
};
