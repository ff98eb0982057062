import type {Feature, Oversight} from "../definition-check.ts";
import type {Role} from "../role.ts";

/** Where a kind’s members are read from. */
export type MembershipSource = "register" | "geography" | "list" | "rule";

/**
 * How well published data state who was a member: A, a file with schools or
 * areas in it; B, a page or a table, or the leading schools alone; C, reports,
 * press or what partners keep themselves.
 */
export type EvidenceGrade = "A" | "B" | "C";

/** A partnership type: what it is to be in it, and how it is known who was. */
export interface PartnershipType {
  label: string;
  /** What joining means, in a sentence. */
  joining: string;
  /** Who gives, and who takes; the same words where all do both. */
  gives: string;
  takes: string;
  /** How a school’s role in it is reported, in a sentence or three. */
  roles: string;
  /** Where members come from, the first choice first. */
  membership: readonly [MembershipSource, ...MembershipSource[]];
  strength: EvidenceGrade;
  /** What the grade rests on, and what cannot be known. */
  evidence: string;
  /** The register’s own name for groups of this kind, in lower case, where it keeps them. */
  group_type?: string;
  /** The first day on which there was such a partnership, of those that the register keeps: an earlier date of joining is none. */
  since?: string;
  /** Whether being in it is being governed with other schools. Such a school serves in no donor pool of any type so marked. */
  governance?: true;
  /** Of members by where they lie: the role they have, and whether each area is a partnership or each part of a programme (a city, a hub). */
  areas?: {role: Role; partnership: "area" | "part"};
  /** The role of schools on a list of this kind that names none; otherwise they are members. */
  listed?: Role;
  /** Nobody helped these schools: a rule picks them, to show what the comparison finds where there was nothing to find. */
  placebo?: true;
  /** What every partnership of this kind has by law, of what makes a partnership. */
  by_law?: readonly (Feature | Oversight)[];
}
