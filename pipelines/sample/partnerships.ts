import {group} from "d3";
import {draws, type Draw} from "./draw.ts";
import {inventNames, nameWith} from "./names.ts";
import {levelOf, type Numbering} from "./schools.ts";
import type {Establishment, School, TypeId} from "./school.ts";

/** A partnership of the register, and who is in it. Dates are ISO dates. */
export interface Group {
  uid: number;
  /** “TR90001” of trusts, “SP90001” of sponsors, empty of others. */
  reference: string;
  name: string;
  type: GroupType;
  opened: string;
  closed: string | null;
  members: Membership[];
}

export interface Membership {
  school: School;
  joined: string;
  left: string | null;
}

/** The register’s names of kinds, and their codes. */
export const groupTypes = {
  Federation: 1,
  Trust: 2,
  "School sponsor": 5,
  "Multi-academy trust": 6,
  "Single-academy trust": 10
} as const;
export type GroupType = keyof typeof groupTypes;

/** A role that was planted: what the rule should find. */
export interface PlantedRole {
  school: School;
  group: Group;
  role: "supported" | "supporter" | "member";
  /** The date its clock starts: of joining; of a supporter, that of the first supported school after it. */
  from: string;
}

/** A link of the register: `to` is what became of `from`. */
export interface Link {
  from: Establishment;
  to: Establishment;
  kind: "plain" | "merged" | "amalgamated";
  date: string | null;
  /** Listed on one side only. */
  one_sided: boolean;
}

/** Schools and partnerships while they are being made. */
export interface World {
  schools: readonly School[];
  groups: Group[];
  roles: PlantedRole[];
  links: Link[];
  number: Numbering;
  draw: Draw;
  /** A made-up name of a trust. */
  name(): string;
  /** Takes a school of a phase that is in nothing yet, from a part of its phase ranked by level. */
  take(phase: School["phase"], part: readonly number[]): School | undefined;
}

export function world(schools: readonly School[], seed: number, number: Numbering): World {
  const draw = draws(seed, "partnerships");
  const names = inventNames(seed);
  const ranked = group(
    schools.filter(({independent}) => !independent).sort((a, b) => levelOf(a) - levelOf(b)),
    ({phase}) => phase
  );
  const taken = new Set<School>();
  return {
    schools,
    groups: [],
    roles: [],
    links: [],
    number,
    draw,
    name: names.trust,
    take(phase, [low = 0, high = 1]) {
      const all = ranked.get(phase) ?? [];
      const free = all.slice(Math.floor(low * all.length), Math.ceil(high * all.length)).filter((s) => !taken.has(s));
      if (free.length === 0) return undefined;
      const school = draw.pick(free);
      taken.add(school);
      return school;
    }
  };
}

export function addGroup(at: World, type: GroupType, name: string, opened: string): Group {
  const uid = 90_001 + at.groups.length;
  const reference = type.endsWith("academy trust") ? `TR${uid}` : type === "School sponsor" ? `SP${uid}` : "";
  const added: Group = {uid, reference, name, type, opened, closed: null, members: []};
  at.groups.push(added);
  return added;
}

export const join = ({members}: Group, school: School, joined: string): void =>
  void members.push({school, joined, left: null});

/** How a school goes on under another URN. */
interface Change {
  type: TypeId;
  /** What it is called after its stem. */
  kind: string;
  keepsNumber: boolean;
  /** The register’s words for why the one opened and the other closed. */
  reason_opened: string;
  reason_closed: string;
}

/** Closes a school’s establishment and opens the next, with a link between them. */
export function reopen(at: World, school: School, opened: string, {type, kind, keepsNumber, ...why}: Change): void {
  const before = school.establishments.at(-1)!;
  const after: Establishment = {
    school,
    urn: 0,
    estab: keepsNumber ? before.estab : at.number(school.authority, school.phase),
    name: nameWith(school.stem, kind),
    type,
    opened,
    reason_opened: why.reason_opened,
    closed: null,
    reason_closed: ""
  };
  before.closed = dayBefore(opened);
  before.reason_closed = why.reason_closed;
  school.establishments.push(after);
  at.links.push({
    from: before,
    to: after,
    kind: "plain",
    date: at.draw.uniform() < 0.12 ? null : opened,
    one_sided: at.draw.uniform() < 0.02
  });
}

const academyName = ({phase}: School): string => (phase === "primary" ? "Primary Academy" : "Academy");

/** A good or middling school becomes an academy of its own will, and keeps its number and name. */
export const convert = (at: World, school: School, opened: string): void =>
  reopen(at, school, opened, {
    type: school.phase === "special" ? "special_converter" : "converter",
    kind: academyName(school),
    keepsNumber: true,
    reason_opened: "Academy Converter",
    reason_closed: "Academy Converter"
  });

/** A school with poor results becomes an academy with a sponsor, mostly under a new number. */
export const sponsor = (at: World, school: School, opened: string): void =>
  reopen(at, school, opened, {
    type: "sponsored",
    kind: academyName(school),
    keepsNumber: at.draw.uniform() < 0.08,
    reason_opened: "New Provision",
    reason_closed: "For Academy"
  });

export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
