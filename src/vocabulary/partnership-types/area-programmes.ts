import type {PartnershipType} from "./partnership-type.ts";
import {supportedByArea} from "./role-words.ts";

/** Programmes that take in the schools of an area on a date: where a school lies makes it a member. */
export const areaProgrammes: Record<string, PartnershipType> = {
  city_challenge: {
    label: "City Challenge",
    joining: "A school lies in a city whose schools get advisers and each other’s help.",
    gives: "Advisers, and strong schools of the city",
    takes: "Schools of the city, above all those below the floor",
    roles: supportedByArea,
    membership: ["geography", "list"],
    areas: {role: "supported", partnership: "part"},
    strength: "B",
    evidence: "Areas and dates are known; the schools that got most were kept secret on purpose."
  },
  excellence_in_cities: {
    label: "Excellence in Cities",
    joining: "A secondary school lies in an authority that gets mentors, support units and a gifted strand.",
    gives: "Central government, through the authority’s schools together",
    takes: "Secondary schools of the authority",
    roles: supportedByArea,
    membership: ["geography"],
    areas: {role: "supported", partnership: "area"},
    strength: "A",
    evidence: "Authorities are printed by phase. Clusters are parts of authorities and cannot be read off the map."
  },
  opportunity_area: {
    label: "Opportunity areas",
    joining: "A school lies in an area with a board, a research school and money of its own.",
    gives: "The board, the research school and providers",
    takes: "Schools of the area",
    roles: supportedByArea,
    membership: ["geography"],
    areas: {role: "supported", partnership: "area"},
    strength: "A",
    evidence: "Areas are districts, some since abolished: a later extract may not say who lay in them."
  },
  education_investment_area: {
    label: "Education investment areas",
    joining: "A school lies in an authority picked for low results, with money for trusts and teachers.",
    gives: "Central government, and trusts asked to grow there",
    takes: "Schools of the area",
    roles: supportedByArea,
    membership: ["geography"],
    areas: {role: "supported", partnership: "area"},
    strength: "A",
    evidence: "Listed by the Department; picked by the results of 2017 to 2019, which regress to the mean."
  },
  teaching_school_hub: {
    label: "Teaching school hubs",
    joining: "A school lies in the districts of a hub for teachers’ training.",
    gives: "The hub’s lead school and trust",
    takes: "Every school of its districts",
    roles: `${supportedByArea} The school that leads the hub is its supporter.`,
    membership: ["geography"],
    areas: {role: "supported", partnership: "part"},
    strength: "A",
    evidence: "One file gives districts by hub; since every school has a hub, nobody is left to compare with."
  }
};
