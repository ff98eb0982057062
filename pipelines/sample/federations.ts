import {addGroup, join, type Group, type Membership, type World} from "./partnerships.ts";
import {cohortOf} from "./school.ts";

/** Federations of primary schools: a good one, and one or two others, some of which join later. */
export function addFederations(at: World, count: number): void {
  for (let i = 0; i < count; i++) addFederation(at, i);
  loadDates(at);
}

function addFederation(at: World, i: number): void {
  const first = at.take("primary", at.plan.selection.supporter);
  if (!first) return;
  const near = first.authority.region;
  const opened = `${2009 + (i % 5)}-${i % 2 ? "09" : "01"}-01`;
  const later = i % 4 === 0 ? opened : `${Number(opened.slice(0, 4)) + 1 + (i % 3)}-09-01`;
  const group = addGroup(at, "Federation", `The ${first.stem.replace(/,$/, "")} Federation`, opened);
  join(group, first, opened);
  const helped = i % 3 > 0 ? at.choose("primary", cohortOf(later), near) : undefined;
  const equal = helped ? undefined : at.take("primary", at.plan.selection.member, near);
  const third = i % 2 ? at.take("primary", at.plan.selection.member, near) : undefined;
  if (helped) {
    join(group, helped.school, later);
    at.roles.push({...helped, partnership: group, role: "supported", from: later});
  }
  if (equal) {
    join(group, equal, later);
    at.roles.push({school: equal, partnership: group, role: "member", from: later, selected: null});
  }
  if (third) {
    join(group, third, opened);
    at.roles.push({school: third, partnership: group, role: "member", from: opened, selected: null});
  }
  const role = helped && later > opened ? "supporter" : "member";
  at.roles.push({school: first, partnership: group, role, from: helped ? later : opened, selected: null});
}

/** Fewer links of one day would be no load of a register. */
const LOAD = {day: "2016-02-12", fewest: 50};

/** The register was loaded with the federations of the day, and gives that day in place of many dates of joining. */
function loadDates({groups, plan, draw}: World): void {
  const early = groups
    .filter(({type}: Group) => type === "Federation")
    .flatMap(({members}) => members)
    .filter(({joined}: Membership) => joined < LOAD.day);
  const loaded = early.filter(() => 100 * draw.uniform() < plan.bulk_loaded);
  if (loaded.length < LOAD.fewest) return;
  for (const member of loaded) member.loaded = LOAD.day;
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
    school.establishments[0]!.type = "foundation";
    join(group, school, joined);
  };
  for (const school of [lead, at.take("primary", [0, 1], near)]) {
    if (!school) continue;
    acquire(school, opened);
    at.roles.push({school, partnership: group, role: "member", from: opened, selected: null});
  }
  const helped = at.choose("primary", cohortOf(later), near);
  if (!helped) return;
  acquire(helped.school, later);
  at.roles.push({...helped, partnership: group, role: "supported", from: later});
}
