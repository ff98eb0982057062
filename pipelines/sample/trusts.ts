import type {Region} from "./places.ts";
import {
  addGroup,
  convert,
  join,
  sponsor,
  type Group,
  type Membership,
  type PlantedRole,
  type World
} from "./partnerships.ts";
import type {Chosen} from "./ranking.ts";
import {cohortOf, type School} from "./school.ts";

/**
 * Multi-academy trusts: good schools that lead, schools that join after them
 * as sponsored academies, and middling ones. Every second trust is led by
 * secondary schools and has primary schools too.
 */
export function addTrusts(at: World, count: number): void {
  for (let i = 0; i < count; i++) addTrust(at, i);
}

/** How many schools of a phase and role the trusts have, in turn. */
const ofSecondary = {lead: [2, 1], feeder: [1, 0], sponsored: 2, small: 1, member: [1, 0, 0], weak: [0, 0, 0, 1]};
const ofPrimary = {lead: [2], feeder: [0], sponsored: 3, small: 0, member: [1, 2], weak: [1, 0]};
const turn = (counts: readonly number[], i: number): number => counts[i % counts.length]!;

function addTrust(at: World, i: number): void {
  const {draw} = at;
  const half = Math.floor(i / 2);
  const phase = i % 2 === 0 ? "secondary" : "primary";
  const of = i % 2 === 0 ? ofSecondary : ofPrimary;
  const year = 2011 + (half % 3);
  const name = at.name();
  const founded = `${year}-${draw.pick(["04-01", "06-01", "08-01", "09-01", "11-01"])}`;
  const trust = addGroup(at, "Multi-academy trust", `${name.toUpperCase()} TRUST`, founded);
  const leads = takeMany(at, phase, turn(of.lead, half));
  const near = leads[0]?.authority.region;
  leads.push(...takeMany(at, "primary", turn(of.feeder, half), near));
  for (const school of leads) {
    convert(at, school, founded);
    join(trust, school, founded);
  }

  const sponsorGroup = addGroup(at, "School sponsor", `${name} Trust`, founded);
  if (half % 2 === 0) for (const school of leads) join(sponsorGroup, school, founded);
  const firstSupported = year + 1 + (half % 2);
  const opened: string[] = [];
  for (let n = 0; n < of.sponsored + of.small; n++) {
    const day = `${Math.min(2016, firstSupported + (n % 3))}-${n === 0 ? "09" : draw.pick(["01", "04", "09", "09"])}-01`;
    const chosen = at.choose(n < of.sponsored ? phase : "primary", cohortOf(day), near);
    if (!chosen) continue;
    opened.push(day);
    sponsor(at, chosen.school, day);
    join(trust, chosen.school, day);
    join(sponsorGroup, chosen.school, day);
    at.roles.push(supported(chosen, trust, day));
  }
  const clock = [...opened].sort()[0];
  const role: PlantedRole["role"] = clock && clock > founded ? "supporter" : "member";
  for (const school of leads) at.roles.push({school, partnership: trust, role, from: clock ?? founded, selected: null});
  addConverters(at, trust, half, phase, near, [...opened].sort().at(-1) ?? founded);
}

const supported = ({school, selected}: Chosen, partnership: Group, from: string): PlantedRole => ({
  school,
  partnership,
  role: "supported",
  from,
  selected
});

/** Schools that join of their own will: middling ones after the last sponsored academy, and some with poor results. */
function addConverters(
  at: World,
  trust: Group,
  half: number,
  phase: "primary" | "secondary",
  near: Region | undefined,
  after: string
): void {
  const of = phase === "secondary" ? ofSecondary : ofPrimary;
  const year = Number(after.slice(0, 4));
  for (const school of takeMany(at, phase, turn(of.member, half), near, at.plan.selection.member))
    addMember(at, trust, school, `${year + 1}-04-01`);
  for (let n = 0; n < turn(of.weak, half); n++) {
    const joined = `${year}-11-01`;
    const chosen = at.choose(phase, cohortOf(joined), near);
    if (!chosen) continue;
    convert(at, chosen.school, joined);
    join(trust, chosen.school, joined);
    at.roles.push(supported(chosen, trust, joined));
  }
  // Some join after the first extracts of the register.
  if (half % 3 === 0)
    for (const school of takeMany(at, phase, 1, near, at.plan.selection.member))
      addMember(at, trust, school, `${2018 + (half % 4)}-09-01`);
}

function addMember(at: World, trust: Group, school: School, joined: string): void {
  convert(at, school, joined);
  join(trust, school, joined);
  at.roles.push({school, partnership: trust, role: "member", from: joined, selected: null});
}

/** Some members leave their trust for another: extracts of the register after that know them there only. */
export function moveMembers(at: World, count: number): void {
  const trusts = at.groups.filter(({type}) => type === "Multi-academy trust");
  for (let i = 0; i < count; i++) {
    const from = trusts[i * 3 + 1];
    const to = trusts[i * 3 + 3];
    const mover = from?.members.at(-1);
    if (to && mover && mover.joined < "2018-12-31") moveTo(mover, to, "2018-12-31");
  }
}

function takeMany(
  at: World,
  phase: School["phase"],
  count: number,
  near?: Region,
  part: readonly [number, number] = at.plan.selection.supporter
): School[] {
  return Array.from({length: count}, () => at.take(phase, part, near)).filter((school) => school !== undefined);
}

/** Academies that run themselves: good schools that converted, and early sponsored ones. One of these moves to a trust later. */
export function addSingleTrusts(at: World): void {
  for (const phase of ["secondary", "primary"] as const) {
    for (let i = 0; i < Math.round(at.plan.single[phase] * at.share); i++) {
      const school = at.take(phase, [0.5, 1]);
      if (!school) continue;
      const opened = `${2011 + (i % 4)}-${at.draw.pick(["02", "07", "08", "09"])}-01`;
      convert(at, school, opened);
      const trust = addGroup(at, "Single-academy trust", trustOf(school), opened);
      join(trust, school, opened);
      at.roles.push({school, partnership: trust, role: "member", from: opened, selected: null});
    }
  }
  for (let i = 0; i < Math.round(at.plan.early_sponsored * at.share); i++) addEarlySponsored(at, i);
}

function addEarlySponsored(at: World, i: number): void {
  const opened = `${2008 + (i % 4)}-09-01`;
  const chosen = at.choose("secondary", cohortOf(opened));
  if (!chosen) return;
  const {school} = chosen;
  sponsor(at, school, opened);
  const single = addGroup(at, "Single-academy trust", trustOf(school), opened);
  const group = addGroup(at, "School sponsor", at.name(), opened);
  join(single, school, opened);
  join(group, school, opened);
  at.roles.push(supported(chosen, group, opened));
  const trust = at.groups.find(({type}) => type === "Multi-academy trust");
  if (i > 0 || !trust) return;
  moveTo(single.members[0]!, trust, "2015-12-31");
  single.closed = "2015-12-31";
}

/** Leaves one trust for another: what the membership history of academies is for. */
function moveTo(mover: Membership, to: Group, left: string): void {
  mover.left = left;
  join(to, mover.school, `${Number(left.slice(0, 4)) + 1}-01-01`);
}

const trustOf = (school: School): string => `${school.establishments.at(-1)!.name.toUpperCase()} TRUST`;

/** Single-academy trusts in threes under an umbrella trust. */
export function addUmbrellaTrusts(at: World, count: number): void {
  const alone = at.groups.filter(({type, closed}) => type === "Single-academy trust" && closed === null);
  for (let i = 0; i < count; i++) {
    const three = alone.slice(3 * i, 3 * i + 3).flatMap(({members}) => members.map(({school}) => school));
    if (three.length < 3) return;
    const opened = `${2015 + (i % 3)}-09-01`;
    const group = addGroup(at, "Umbrella trust", `${at.name()} Umbrella Trust`, opened);
    for (const school of three) {
      join(group, school, opened);
      at.roles.push({school, partnership: group, role: "member", from: opened, selected: null});
    }
  }
}
