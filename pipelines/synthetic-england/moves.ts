import {dayAfter, join, type World} from "./partnerships.ts";
import type {Group, Membership, Registered} from "./partnership-shapes.ts";

/** The last days before a move: before the first extract of the register, between two, and after the last of academies alone. */
const lastDays = ["2015-12-31", "2018-08-31", "2020-12-31"] as const;

/**
 * Academies that leave their trust for another. The register’s links know an academy in its newest trust only; every
 * second move is in its membership history too.
 */
export function moveMembers(at: World, count: number): void {
  const trusts = openTrusts(at);
  for (let i = 0; i < count; i++) {
    const from = trusts[(5 * i + 1) % trusts.length];
    const left = lastDays[i % lastDays.length];
    const movers = from.members.filter((one) => one.left === null && one.joined < left);
    const mover = movers.at(-1 - (i % 2));
    const to = trusts[(5 * i + 3) % trusts.length];
    if (mover && movers.length > 2 && to !== from && to.opened <= left)
      move(from, mover, {to, left, recorded: i % 2 === 0});
  }
}

/** Trusts that close, all their academies going to another; every second goes on to be listed with them. */
export function closeTrusts(at: World, count: number): void {
  const trusts = openTrusts(at);
  for (let i = 0; i < count; i++) {
    const from = trusts[(7 * i + 2) % trusts.length];
    const to = trusts[(7 * i + 4) % trusts.length];
    const left = lastDays[(i + 1) % lastDays.length];
    if (from === to || from.closed || to.closed) continue;
    for (const member of from.members.filter((one) => one.left === null && one.joined < left))
      move(from, member, {to, left, recorded: true});
    if (from.members.every((one) => one.left !== null)) end(from, left, {still_linked: i % 2 === 1});
  }
}

/** An academy leaves a trust for another, and the sponsor it had with it. */
export function move(
  from: Group,
  mover: Membership,
  {to, left, recorded}: {to: Group; left: string; recorded: boolean}
): void {
  const {school} = mover;
  const sponsored = from.sponsor?.members.find((one) => one.school === school && one.left === null);
  mover.left = left;
  mover.recorded = recorded;
  join(to, school, dayAfter(left));
  if (!sponsored) return;
  sponsored.left = left;
  if (to.sponsor) join(to.sponsor, school, dayAfter(left));
}

/** A body closes, and with it all that are still in it leave. */
export function end(body: Registered, closed: string, {still_linked}: {still_linked: boolean}): void {
  body.closed = closed;
  body.still_linked = still_linked;
  for (const member of body.members) member.left ??= closed;
}

const openTrusts = ({groups}: World): Group[] =>
  groups.filter(({type, closed}) => type === "Multi-academy trust" && closed === null);

/** Fewer links of one day would be no load of a register. */
const LOAD = {day: "2016-02-12", fewest: 50};
const PLACEHOLDER = "1900-01-01";

/**
 * What links print in place of a day of joining: of some federations the day on which the register was loaded, of some
 * members of anything but a trust of academies a day before there were any.
 */
export function misprintDates({groups, plan, draw}: World): void {
  const undated = groups.filter(({type}) => !type.endsWith("academy trust")).flatMap(({members}) => members);
  for (const member of undated) if (100 * draw.uniform() < plan.placeholders) member.printed = PLACEHOLDER;
  const early = groups
    .filter(({type}) => type === "Federation")
    .flatMap(({members}) => members)
    .filter(({joined, printed}) => joined < LOAD.day && !printed);
  const loaded = early.filter(() => 100 * draw.uniform() < plan.bulk_loaded);
  if (loaded.length >= LOAD.fewest) for (const member of loaded) member.printed = LOAD.day;
}
