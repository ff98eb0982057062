import {partnershipTypesAmongEquals} from "./among-equals.ts";
import {areaProgrammes} from "./area-programmes.ts";
import type {PartnershipType} from "./partnership-type.ts";
import {registerPartnershipTypes} from "./register.ts";
import {supportPartnershipTypes} from "./support.ts";

export type {EvidenceGrade, PartnershipType, MembershipSource} from "./partnership-type.ts";
export {roleSources} from "./role-words.ts";

/** Every partnership type, by id. To add one, add an entry to the file of its sort. */
export const partnershipTypes: Record<string, PartnershipType> = {
  ...registerPartnershipTypes,
  ...supportPartnershipTypes,
  ...partnershipTypesAmongEquals,
  ...areaProgrammes
};
