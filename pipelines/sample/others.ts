import {addGroup, convert, join, reopen, type World} from "./partnerships.ts";
import {plan} from "./plan.ts";
import type {Establishment, School} from "./school.ts";

/** Federations of primary schools: a good one, and one or two others, some of which join later. */
export function addFederations(at: World, count: number): void {
  for (let i = 0; i < count; i++) {
    const first = at.take("primary", plan.chosen.supporter);
    const second = at.take("primary", i % 3 === 0 ? plan.chosen.member : plan.chosen.supported);
    if (!first || !second) continue;
    const opened = `${2009 + (i % 5)}-${i % 2 ? "09" : "01"}-01`;
    const group = addGroup(at, "Federation", `The ${first.stem.replace(/,$/, "")} Federation`, opened);
    const later = i % 4 === 0 ? opened : `${Number(opened.slice(0, 4)) + 1 + (i % 3)}-09-01`;
    join(group, first, opened);
    join(group, second, later);
    const third = i % 2 ? at.take("primary", plan.chosen.member) : undefined;
    if (third) join(group, third, opened);
    if (i % 3 > 0) {
      at.roles.push({school: second, group, role: "supported", from: later});
      at.roles.push({school: first, group, role: later > opened ? "supporter" : "member", from: later});
    }
  }
}

/** Foundation trusts: a secondary school and the primary schools around it acquire a trust. */
export function addFoundationTrusts(at: World, count: number): void {
  for (let i = 0; i < count; i++) {
    const opened = `${2009 + (i % 5)}-0${1 + (i % 9)}-01`;
    const schools = [
      at.take("secondary", plan.chosen.member),
      at.take("primary", [0, 1]),
      at.take("primary", plan.chosen.supported)
    ].filter((school) => school !== undefined);
    const group = addGroup(at, "Trust", `${at.name()} Co-operative Trust`, opened);
    schools.forEach((school, n) => {
      school.establishments[0]!.type = "foundation";
      join(group, school, n === 2 ? `${Number(opened.slice(0, 4)) + 2}-09-01` : opened);
    });
  }
}

/** Schools opened from nothing: no results for years, and then the first. */
export function openFreeSchools(at: World, share: number): void {
  for (const phase of ["primary", "secondary"] as const) {
    for (let i = 0; i < Math.round(plan.free_schools[phase] * share); i++) {
      const school = at.take(phase, [0.3, 0.9]);
      if (!school) continue;
      const only = school.establishments[0]!;
      only.type = "free";
      only.opened = `${2012 + i}-09-01`;
      only.reason_opened = "New Provision";
      only.estab = at.number(school.authority, phase);
    }
  }
}

/** Pairs of primary schools made one: taken over by the other, or both closed for a new one. */
export function mergeSchools(at: World, merged: number, amalgamated: number): void {
  for (let i = 0; i < merged; i++) {
    const [gone, stays] = pair(at);
    if (!gone || !stays) continue;
    const day = `${2012 + 2 * i}-08-31`;
    close(gone, day);
    at.links.push({from: gone, to: stays, kind: "merged", date: day, one_sided: false});
  }
  for (let i = 0; i < amalgamated; i++) {
    const [gone, grows] = pair(at);
    if (!gone || !grows) continue;
    reopen(at, grows.school, "2013-09-01", {
      type: "community",
      kind: "Community Primary School",
      keepsNumber: false,
      reason_opened: "Result of Amalgamation",
      reason_closed: "Result of Amalgamation/Merger"
    });
    close(gone, "2013-08-31");
    const link = at.links.at(-1)!;
    link.kind = "amalgamated";
    at.links.push({...link, from: gone});
  }
}

function close(establishment: Establishment, day: string): void {
  establishment.closed = day;
  establishment.reason_closed = "Result of Amalgamation/Merger";
}

const pair = (at: World): (Establishment | undefined)[] =>
  [at.take("primary", [0.3, 0.8]), at.take("primary", [0.3, 0.8])].map(
    (school: School | undefined) => school?.establishments[0]
  );

/** A few special schools convert, two of them into a trust. */
export function convertSpecialSchools(at: World, share: number): void {
  const trust = at.groups.find(({type}) => type === "Multi-academy trust");
  for (let i = 0; i < Math.round(5 * share); i++) {
    const school = at.take("special", [0, 1]);
    if (!school || !trust) continue;
    const opened = `${2013 + (i % 3)}-09-01`;
    convert(at, school, opened);
    if (i < 2) join(trust, school, opened);
    else join(addGroup(at, "Single-academy trust", `${school.stem.toUpperCase()} TRUST`, opened), school, opened);
  }
}
