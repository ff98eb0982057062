import {end} from "./moves.ts";
import {addGroup, join, type World} from "./partnerships.ts";
import {findCohort} from "./school.ts";

/** Federations of primary schools: a good one, and one or two others, some of them with poor results, some of which join later. */
export function addFederations(at: World, count: number): void {
  for (let i = 0; i < count; i++) addFederation(at, i);
}

function addFederation(at: World, i: number): void {
  const first = at.take("primary", at.plan.selection.supporter);
  if (!first) return;
  const near = first.authority.region;
  const opened = `${2009 + (i % 5)}-${i % 2 ? "09" : "01"}-01`;
  const later = i % 4 === 0 ? opened : `${Number(opened.slice(0, 4)) + 1 + (i % 3)}-09-01`;
  const group = addGroup(at, "Federation", `The ${first.stem.replace(/,$/, "")} Federation`, opened);
  join(group, first, opened);
  const second =
    i % 3 > 0 ? at.choose("primary", findCohort(later), near) : at.take("primary", at.plan.selection.member, near);
  const third = i % 2 ? at.take("primary", at.plan.selection.member, near) : undefined;
  if (second) join(group, second, later);
  if (third) join(group, third, opened);
}

/** Foundation trusts: a secondary school and the primary schools around it acquire a trust. */
export function addFoundationTrusts(at: World, count: number): void {
  for (let i = 0; i < count; i++) addFoundationTrust(at, i);
}

function addFoundationTrust(at: World, i: number): void {
  const opened = `${2009 + (i % 5)}-0${1 + (i % 9)}-01`;
  const later = `${Number(opened.slice(0, 4)) + 2}-09-01`;
  const lead = at.take("secondary", at.plan.selection.member);
  if (!lead) return;
  const near = lead.authority.region;
  const group = addGroup(at, "Trust", `${at.name()} Co-operative Trust`, opened);
  const acquire = (school: typeof lead, joined: string) => {
    school.establishments[0].type = "foundation";
    join(group, school, joined);
  };
  for (const school of [lead, at.take("primary", [0, 1], near)]) {
    if (!school) continue;
    acquire(school, opened);
  }
  const second = at.choose("primary", findCohort(later), near);
  if (second) acquire(second, later);
  if (i % 4 === 3) end(group, "2019-08-31", {still_linked: true});
}
