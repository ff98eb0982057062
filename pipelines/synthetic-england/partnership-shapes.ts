import type {PlantedRoleName, Selection} from "./plan.ts";
import type {PlantedType, RegisterPartnershipType} from "./planted-types.ts";
import type {Establishment, School} from "./school.ts";

/** A partnership, and how much more or less it does than others of its type. */
export interface Partnership {
  partnership_type: PlantedType;
  /** Of a register’s group its UID, of a listed one the id in its list. */
  id: string;
  name: string;
  multiplier: number;
}

/** A body of the register, and who is in it. Dates are ISO dates. */
export interface Registered {
  uid: number;
  /** “TR90001” of trusts, “SP90001” of sponsors, empty of others. */
  reference: string;
  /** Eight digits, or empty. */
  peers: string;
  name: string;
  type: GroupType;
  opened: string;
  closed: string | null;
  /** Of a closed body: extracts after its end still list its links, with its closing date. */
  still_linked: boolean;
  members: Membership[];
}

/** A body of the register that is a partnership. A sponsor is none: it is a trust under another number, or somebody outside. */
export interface Group extends Registered, Partnership {
  partnership_type: RegisterPartnershipType;
  /** The register’s other number for a trust that sponsors; null where it sponsors nobody. */
  sponsor: Registered | null;
}

export interface Membership {
  school: School;
  joined: string;
  left: string | null;
  /** What links give in place of the day of joining; null where they give it. */
  printed: string | null;
  /** Whether the register’s membership history has it. */
  recorded: boolean;
}

/** The register’s names of types, with their codes and ours. */
export const groupTypes = {
  Federation: {code: 1, partnership_type: "federation"},
  Trust: {code: 2, partnership_type: "foundation_trust"},
  "School sponsor": {code: 5, partnership_type: null},
  "Multi-academy trust": {code: 6, partnership_type: "multi_academy_trust"},
  "Umbrella trust": {code: 7, partnership_type: "umbrella_trust"},
  "Single-academy trust": {code: 10, partnership_type: "single_academy_trust"}
} as const satisfies Record<string, {code: number; partnership_type: RegisterPartnershipType | null}>;
export type GroupType = keyof typeof groupTypes;
/** The types of groups that are partnerships. */
export type PartnershipType = Exclude<GroupType, "School sponsor">;

/** A role of a school in a partnership type, with which effects are planted. */
export interface PlantedRole {
  school: School;
  partnership: Partnership;
  role: PlantedRoleName;
  /** The day the clock of its type starts. */
  from: string;
  /** What a school was chosen on; null where it was not chosen for how it did. */
  selected: Selection | null;
  /** A sponsored academy that was in trusts of two types has the role in both; its effect is planted once. */
  again: boolean;
}

/** A link of the register: `to` is what became of `from`. */
export interface Link {
  from: Establishment;
  to: Establishment;
  partnership_type: "plain" | "merged" | "amalgamated" | "split";
  date: string | null;
  /** Listed on one side only. */
  one_sided: boolean;
}
