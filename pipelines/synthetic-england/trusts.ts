import type {Region} from "./places.ts";
import {end, move} from "./moves.ts";
import {addGroup, addSponsor, convert, join, sponsor, type World} from "./partnerships.ts";
import type {Group} from "./partnership-shapes.ts";
import {findCohort, type Phase, type School} from "./school.ts";

/**
 * Multi-academy trusts: good schools that found one, sponsored academies that open in it after them, and schools that
 * convert later. Every second trust is led by secondary schools and has primary schools too.
 */
export function addTrusts(at: World, count: number): void {
  for (let i = 0; i < count; i++) addTrust(at, i);
}

/** How many schools of a phase and role the trusts have, in turn. */
const ofSecondary = {lead: [2, 1], feeder: [1, 0], sponsored: 2, small: 1, member: [1, 0, 0], weak: [0, 0, 0, 1]};
const ofPrimary = {lead: [2], feeder: [0], sponsored: 3, small: 0, member: [1, 2], weak: [1, 0]};
const turn = (counts: readonly number[], i: number): number => counts[i % counts.length];

function addTrust(at: World, i: number): void {
  const {draw} = at;
  const half = Math.floor(i / 2);
  const phase = i % 2 === 0 ? "secondary" : "primary";
  const of = i % 2 === 0 ? ofSecondary : ofPrimary;
  const year = 2011 + (half % 3);
  const name = at.name();
  const founded = `${year}-${draw.pick(["04-01", "06-01", "08-01", "09-01", "11-01"])}`;
  const trust = addGroup(at, "Multi-academy trust", `${name.toUpperCase()} TRUST`, founded);
  const firstSponsored = year + 1 + (half % 2);
  const leads = takeMany(at, phase, turn(of.lead, half));
  const near = leads[0]?.authority.region;
  leads.push(...takeMany(at, "primary", turn(of.feeder, half), near));
  // Some trusts begin with a sponsored academy: a good school that joins later found one there.
  const joins = half % 5 === 4 ? `${firstSponsored + 1}-02-01` : founded;
  for (const school of leads) convertInto(trust, school, joins, at);

  // The register knows a sponsor by the trust’s name, or by another name and the trust’s company.
  trust.sponsor =
    half % 3 === 1
      ? addSponsor(at, `The ${at.name()} Foundation`, founded, trust.peers)
      : addSponsor(at, `${name} Trust`, founded);
  if (half % 2 === 0) for (const school of leads) join(trust.sponsor, school, joins);
  const opened: string[] = [];
  for (let n = 0; n < of.sponsored + of.small; n++) {
    const day = `${Math.min(2016, firstSponsored + (n % 3))}-${n === 0 ? "09" : draw.pick(["01", "04", "09", "09"])}-01`;
    const chosen = at.choose(n < of.sponsored ? phase : "primary", findCohort(day), near);
    if (!chosen) continue;
    opened.push(day);
    sponsor(at, chosen, day);
    join(trust, chosen, day);
    join(trust.sponsor, chosen, day);
  }
  addConverters(at, trust, {half, phase, near, after: [...opened].sort().at(-1) ?? founded});
}

/** Schools that join of their own will: middling ones after the last sponsored academy, and some with poor results. */
function addConverters(
  at: World,
  trust: Group,
  {half, phase, near, after}: {half: number; phase: "primary" | "secondary"; near: Region | undefined; after: string}
): void {
  const of = phase === "secondary" ? ofSecondary : ofPrimary;
  const year = Number(after.slice(0, 4));
  for (const school of takeMany(at, phase, turn(of.member, half), near, at.plan.selection.member))
    convertInto(trust, school, `${year + 1}-04-01`, at);
  for (let n = 0; n < turn(of.weak, half); n++) {
    const joined = `${year}-11-01`;
    const chosen = at.choose(phase, findCohort(joined), near);
    if (chosen) convertInto(trust, chosen, joined, at);
  }
  // Some join after the first extracts of the register.
  if (half % 3 === 0)
    for (const school of takeMany(at, phase, 1, near, at.plan.selection.member))
      convertInto(trust, school, `${2018 + (half % 4)}-09-01`, at);
}

/** Trusts without a sponsored academy: two or three schools that convert together, and one that follows. */
export function addTrustsOfConverters(at: World, count: number): void {
  for (let i = 0; i < count; i++) {
    const phase: Phase = i % 3 === 0 ? "secondary" : "primary";
    const founded = `${2012 + (i % 4)}-${at.draw.pick(["04", "09"])}-01`;
    const trust = addGroup(at, "Multi-academy trust", `${at.name().toUpperCase()} TRUST`, founded);
    const [first, ...others] = takeMany(at, phase, 3, undefined, [0.2, 0.9]);
    for (const school of [first, ...others.slice(i % 2)]) if (school) convertInto(trust, school, founded, at);
    for (const school of others.slice(0, i % 2))
      convertInto(trust, school, `${Number(founded.slice(0, 4)) + 3}-09-01`, at);
  }
}

function convertInto(trust: Group, school: School, joined: string, at: World): void {
  convert(at, school, joined);
  join(trust, school, joined);
}

function takeMany(
  at: World,
  phase: Phase,
  count: number,
  near?: Region,
  part: readonly [number, number] = at.plan.selection.supporter
): School[] {
  return Array.from({length: count}, () => at.take(phase, part, near)).filter((school) => school !== undefined);
}

/** Academies that run themselves: good schools that converted, and early sponsored ones, one of which goes to a trust later. */
export function addSingleTrusts(at: World): void {
  for (const phase of ["secondary", "primary"] as const) {
    for (let i = 0; i < Math.round(at.plan.single[phase] * at.share); i++) {
      const school = at.take(phase, [0.3, 1]);
      if (!school) continue;
      const opened = `${2011 + (i % 4)}-${at.draw.pick(["02", "07", "08", "09"])}-01`;
      convert(at, school, opened);
      join(addGroup(at, "Single-academy trust", makeTrust(school), opened), school, opened);
    }
  }
  for (let i = 0; i < Math.round(at.plan.early_sponsored * at.share); i++) addEarlySponsored(at, i);
}

/** Its sponsor is somebody outside: no trust has its name or its company. */
function addEarlySponsored(at: World, i: number): void {
  const opened = `${2008 + (i % 4)}-09-01`;
  const school = at.choose("secondary", findCohort(opened));
  if (!school) return;
  sponsor(at, school, opened);
  const single = addGroup(at, "Single-academy trust", makeTrust(school), opened);
  single.sponsor = addSponsor(at, at.name(), opened);
  join(single, school, opened);
  join(single.sponsor, school, opened);
  const trust = at.groups.find(({type}) => type === "Multi-academy trust");
  if (i > 0 || !trust) return;
  const left = "2015-12-31";
  move(single, single.members[0], {to: trust, left, recorded: true});
  end(single, left, {still_linked: false});
}

const makeTrust = (school: School): string => `${school.establishments.at(-1)!.name.toUpperCase()} TRUST`;

/** Single-academy trusts of converters, in threes under an umbrella trust. */
export function addUmbrellaTrusts(at: World, count: number): void {
  const alone = at.groups.filter(({type, sponsor: by}) => type === "Single-academy trust" && by === null);
  for (let i = 0; i < count; i++) {
    const three = alone.slice(3 * i, 3 * i + 3).flatMap(({members}) => members.map(({school}) => school));
    if (three.length < 3) return;
    const opened = `${2015 + (i % 3)}-09-01`;
    const group = addGroup(at, "Umbrella trust", `${at.name()} Umbrella Trust`, opened);
    for (const school of three) join(group, school, opened);
  }
}
