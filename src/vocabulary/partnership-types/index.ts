import {kindsAmongEquals} from "./among-equals.ts";
import {areaProgrammes} from "./area-programmes.ts";
import type {KindOfPartnership} from "./partnership-type.ts";
import {registerKinds} from "./register.ts";
import {supportKinds} from "./support.ts";

export type {EvidenceGrade, KindOfPartnership, MembershipSource} from "./partnership-type.ts";
export {roleSources} from "./role-words.ts";

/** Every kind of partnership, by id. To add one, add an entry to the file of its sort. */
export const partnershipKinds: Record<string, KindOfPartnership> = {
  ...registerKinds,
  ...supportKinds,
  ...kindsAmongEquals,
  ...areaProgrammes
};
