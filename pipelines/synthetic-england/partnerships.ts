import {draws, type Draw} from "./draw.ts";
import {makeNames, nameWith} from "./names.ts";
import type {Plan} from "./plan.ts";
import {ranking, type Ranking} from "./ranking.ts";
import type {Belonging} from "./belonging.ts";
import {
  groupTypes,
  type Group,
  type GroupType,
  type Link,
  type PartnershipType,
  type Registered
} from "./partnership-shapes.ts";
import type {Numbering} from "./schools.ts";
import type {Establishment, School, TypeId} from "./school.ts";

/** Schools and partnerships while they are being made. */
export interface World extends Ranking {
  plan: Plan;
  /** Of the counts in the plan: how many times as many. */
  share: number;
  schools: School[];
  groups: Group[];
  sponsors: Registered[];
  /** Who is in what, as lists and areas say. */
  stated: Belonging[];
  links: Link[];
  number: Numbering;
  draw: Draw;
  /** A invented names of a trust. */
  name(): string;
}

export function world(schools: School[], plan: Plan, share: number, number: Numbering): World {
  const draw = draws(plan.seed, "partnerships");
  const {trust: name} = makeNames(plan.seed, "trusts");
  return {
    ...ranking(schools, plan, draw),
    plan,
    share,
    schools,
    groups: [],
    sponsors: [],
    stated: [],
    links: [],
    number,
    draw,
    name
  };
}

/** How much more or less than planned a partnership does; never the contrary. */
export const drawMultiplier = ({plan, draw}: World): number => Math.max(0, 1 + plan.heterogeneity * draw.normal());

export function addGroup(at: World, type: PartnershipType, name: string, opened: string): Group {
  const registered = addBody(at, type, name, opened);
  const multiplier = drawMultiplier(at);
  const added: Group = {
    ...registered,
    id: String(registered.uid),
    partnership_type: groupTypes[type].partnership_type,
    multiplier,
    sponsor: null
  };
  at.groups.push(added);
  return added;
}

/** A sponsor as the register has it: under a number, name and members of its own. */
export function addSponsor(at: World, name: string, opened: string, peers = ""): Registered {
  const added = {...addBody(at, "School sponsor", name, opened), peers};
  at.sponsors.push(added);
  return added;
}

function addBody({groups, sponsors}: World, type: GroupType, name: string, opened: string): Registered {
  const uid = 90_001 + groups.length + sponsors.length;
  const trust = type.endsWith("academy trust");
  const reference = trust ? `TR${uid}` : type === "School sponsor" ? `SP${uid}` : "";
  // No real company’s number begins with 99.
  const peers = trust ? String(99_000_000 + uid) : "";
  return {uid, reference, peers, name, type, opened, closed: null, still_linked: false, members: []};
}

export const join = ({members}: Registered, school: School, joined: string): void =>
  void members.push({school, joined, left: null, printed: null, recorded: true});

/** How a school goes on under another URN. */
interface Change {
  type: TypeId;
  /** What it is called after its stem. */
  partnership_type: string;
  keepsNumber: boolean;
  /** The register’s words for why the one opened and the other closed. */
  reason_opened: string;
  reason_closed: string;
}

/** Closes a school’s establishment and opens the next, with a link between them. */
export function reopen(
  at: World,
  school: School,
  opened: string,
  {type, partnership_type, keepsNumber, ...why}: Change
): void {
  const before = school.establishments.at(-1)!;
  const after: Establishment = {
    school,
    urn: 0,
    estab: keepsNumber ? before.estab : at.number(school.authority, school.phase),
    name: nameWith(school.stem, partnership_type),
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
    partnership_type: "plain",
    date: at.draw.uniform() < 0.12 ? null : opened,
    one_sided: at.draw.uniform() < 0.02
  });
}

const academyName = ({phase}: School): string => (phase === "primary" ? "Primary Academy" : "Academy");

/** A good or middling school becomes an academy of its own will, and keeps its number and name. */
export const convert = (at: World, school: School, opened: string): void =>
  reopen(at, school, opened, {
    type: school.phase === "special" ? "special_converter" : "converter",
    partnership_type: academyName(school),
    keepsNumber: true,
    reason_opened: "Academy Converter",
    reason_closed: "Academy Converter"
  });

/** A school with poor results becomes an academy with a sponsor, mostly under a new number. */
export const sponsor = (at: World, school: School, opened: string): void =>
  reopen(at, school, opened, {
    type: "sponsored",
    partnership_type: academyName(school),
    keepsNumber: at.draw.uniform() < 0.08,
    reason_opened: "New Provision",
    reason_closed: "For Academy"
  });

export const dayBefore = (day: string): string => daysFrom(day, -1);
export const dayAfter = (day: string): string => daysFrom(day, 1);

const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
