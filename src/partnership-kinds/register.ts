import {partnershipKinds} from "../partnerships.ts";
import type {KindOfPartnership} from "./kind.ts";

const ofRegister = (id: keyof typeof partnershipKinds, gives: string, takes: string): KindOfPartnership => {
  const {label, joining, evidence} = partnershipKinds[id]!;
  return {label, joining, gives, takes, membership: ["register"], strength: "A", evidence};
};

const members = "Members with good results when a school in need joins";
const joiners = "Members that joined with poor results";

/** The kinds that the register keeps: their words are those of src/partnerships.ts, which the pipeline reads. */
export const registerKinds: Record<string, KindOfPartnership> = {
  sponsor: ofRegister("sponsor", "The sponsor, and its earlier schools", "Academies opened or taken on by the sponsor"),
  multi_academy_trust: ofRegister("multi_academy_trust", members, joiners),
  single_academy_trust: ofRegister("single_academy_trust", "Nobody", "Nobody: there is one school"),
  foundation_trust: ofRegister(
    "foundation_trust",
    "The charity and its partner schools",
    "The schools it was set up for"
  ),
  federation: ofRegister("federation", members, joiners),
  umbrella_trust: ofRegister("umbrella_trust", members, joiners)
};
