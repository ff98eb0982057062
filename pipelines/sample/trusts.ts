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
import {plan} from "./plan.ts";
import type {School} from "./school.ts";

/**
 * Multi-academy trusts: good schools that lead, schools with poor results that
 * join after them as sponsored academies, and middling ones. Every second trust
 * is led by secondary schools and has primary schools too.
 */
export function addTrusts(at: World, count: number): void {
  for (let i = 0; i < count; i++) addTrust(at, i);
}

/** How many schools of a phase and role the trusts have, in turn. */
const ofSecondary = {lead: [2, 1], feeder: [1, 0], sponsored: 2, small: 1, member: [1, 0, 0], weak: [0, 0, 0, 1]};
const ofPrimary = {lead: 2, sponsored: 3, member: [1, 2], weak: [1, 0]};
const turn = (counts: readonly number[], i: number): number => counts[i % counts.length]!;

function addTrust(at: World, i: number): void {
  const {draw} = at;
  const half = Math.floor(i / 2);
  const secondaryLed = i % 2 === 0;
  const year = 2011 + (half % 3);
  const name = at.name();
  const founded = `${year}-${draw.pick(["04-01", "06-01", "08-01", "09-01", "11-01"])}`;
  const trust = addGroup(at, "Multi-academy trust", `${name.toUpperCase()} TRUST`, founded);
  const firstSupported = year + 1 + (half % 2);
  const leads = secondaryLed
    ? [
        ...takeMany(at, "secondary", turn(ofSecondary.lead, half)),
        ...takeMany(at, "primary", turn(ofSecondary.feeder, half))
      ]
    : takeMany(at, "primary", ofPrimary.lead);
  leads.forEach((school) => {
    convert(at, school, founded);
    join(trust, school, founded);
  });

  const poor = secondaryLed
    ? [...takePoor(at, "secondary", ofSecondary.sponsored), ...takePoor(at, "primary", ofSecondary.small)]
    : takePoor(at, "primary", ofPrimary.sponsored);
  const sponsorGroup = addGroup(at, "School sponsor", `${name} Trust`, founded);
  if (half % 2 === 0) leads.forEach((school) => join(sponsorGroup, school, founded));
  const opened = poor.map(
    (_, n) => `${Math.min(2016, firstSupported + (n % 3))}-${n === 0 ? "09" : draw.pick(["01", "04", "09", "09"])}-01`
  );
  poor.forEach((school, n) => {
    sponsor(at, school, opened[n]!);
    join(trust, school, opened[n]!);
    join(sponsorGroup, school, opened[n]!);
    at.roles.push({school, group: trust, role: "supported", from: opened[n]!});
  });
  const clock = [...opened].sort()[0];
  const role: PlantedRole["role"] = clock && clock > founded ? "supporter" : "member";
  leads.forEach((school) => at.roles.push({school, group: trust, role, from: clock ?? founded}));
  addConverters(at, trust, half, secondaryLed, [...opened].sort().at(-1) ?? founded);
}

/** Schools that join of their own will: middling ones after the last sponsored academy, and some with poor results. */
function addConverters(at: World, trust: Group, half: number, secondaryLed: boolean, after: string): void {
  const phase = secondaryLed ? "secondary" : "primary";
  const of = secondaryLed ? ofSecondary : ofPrimary;
  const members = takeMany(at, phase, turn(of.member, half), plan.chosen.member);
  const weak = takeMany(at, phase, turn(of.weak, half), plan.chosen.supported);
  for (const [role, schools] of [
    ["member", members],
    ["supported", weak]
  ] as const) {
    for (const school of schools) {
      const joined = `${Number(after.slice(0, 4)) + (role === "member" ? 1 : 0)}-${role === "member" ? "04" : "11"}-01`;
      convert(at, school, joined);
      join(trust, school, joined);
      at.roles.push({school, group: trust, role, from: joined});
    }
  }
  if (half % 3 === 0) addLateMember(at, trust, phase, `${2018 + (half % 4)}-09-01`);
}

/** Joins after the first extracts of the register. */
function addLateMember(at: World, trust: Group, phase: School["phase"], joined: string): void {
  const school = at.take(phase, plan.chosen.member);
  if (!school) return;
  convert(at, school, joined);
  join(trust, school, joined);
  at.roles.push({school, group: trust, role: "member", from: joined});
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

function takeMany(at: World, phase: School["phase"], count: number, part = plan.chosen.supporter): School[] {
  return Array.from({length: count}, () => at.take(phase, part)).filter((school) => school !== undefined);
}

const takePoor = (at: World, phase: School["phase"], count: number) =>
  takeMany(at, phase, count, plan.chosen.supported);

/** Academies that run themselves: good schools that converted, and early sponsored ones. One of these moves to a trust later. */
export function addSingleTrusts(at: World, share: number): void {
  for (const phase of ["secondary", "primary"] as const) {
    for (let i = 0; i < Math.round(plan.single[phase] * share); i++) {
      const school = at.take(phase, [0.5, 1]);
      if (!school) continue;
      const opened = `${2011 + (i % 4)}-${at.draw.pick(["02", "07", "08", "09"])}-01`;
      convert(at, school, opened);
      join(addGroup(at, "Single-academy trust", trustOf(school), opened), school, opened);
    }
  }
  for (let i = 0; i < Math.round(plan.early_sponsored * share); i++) {
    const school = at.take("secondary", plan.chosen.supported);
    if (!school) continue;
    const opened = `${2008 + (i % 4)}-09-01`;
    sponsor(at, school, opened);
    const single = addGroup(at, "Single-academy trust", trustOf(school), opened);
    const group = addGroup(at, "School sponsor", at.name(), opened);
    join(single, school, opened);
    join(group, school, opened);
    at.roles.push({school, group, role: "supported", from: opened});
    const trust = at.groups.find(({type}) => type === "Multi-academy trust");
    if (i === 0 && trust) {
      moveTo(single.members[0]!, trust, "2015-12-31");
      single.closed = "2015-12-31";
    }
  }
}

/** Leaves one trust for another: what the membership history of academies is for. */
function moveTo(mover: Membership, to: Group, left: string): void {
  mover.left = left;
  join(to, mover.school, `${Number(left.slice(0, 4)) + 1}-01-01`);
}

const trustOf = (school: School): string => `${school.establishments.at(-1)!.name.toUpperCase()} TRUST`;
