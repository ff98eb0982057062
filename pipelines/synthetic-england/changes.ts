import {drawPath} from "./path.ts";
import {addGroup, convert, join, reopen, type World} from "./partnerships.ts";
import type {Establishment, School} from "./school.ts";

/** A few special schools convert, two of every five into a trust. */
export function convertSpecialSchools(at: World): void {
  const trusts = at.groups.filter(({type}) => type === "Multi-academy trust");
  for (let i = 0; i < Math.round(5 * at.share); i++) {
    const school = at.take("special", [0, 1]);
    const trust = trusts[Math.floor(i / 5)];
    if (!school || !trust) continue;
    const opened = `${2013 + (i % 3)}-09-01`;
    convert(at, school, opened);
    const group =
      i % 5 < 2 ? trust : addGroup(at, "Single-academy trust", `${school.stem.toUpperCase()} TRUST`, opened);
    join(group, school, opened);
  }
}

/** Schools opened from nothing: no results for years, and then the first. */
export function openFreeSchools(at: World): void {
  for (const phase of ["primary", "secondary"] as const) {
    for (let i = 0; i < Math.round(at.plan.free_schools[phase] * at.share); i++) {
      const school = at.take(phase, [0.3, 0.9]);
      if (!school) continue;
      const only = school.establishments[0];
      only.type = "free";
      only.opened = `${2012 + (i % 8)}-09-01`;
      only.reason_opened = "New Provision";
      only.estab = at.number(school.authority, phase);
    }
  }
}

/** Schools that close, and that nothing follows. */
export function closeSchools(at: World, count: number): void {
  for (let i = 0; i < count; i++) {
    const only = at.take(i % 4 === 3 ? "secondary" : "primary", [0, 0.6])?.establishments[0];
    if (only) close(only, `${2011 + ((3 * i) % 11)}-08-31`, "Closure");
  }
}

/** Pairs of primary schools made one: taken over by the other, or both closed for a new one. */
export function mergeSchools(at: World, merged: number, amalgamated: number): void {
  for (let i = 0; i < merged; i++) {
    const [gone, stays] = pair(at);
    if (!gone || !stays) continue;
    const day = `${2012 + 2 * (i % 5)}-08-31`;
    close(gone, day, "Result of Amalgamation/Merger");
    at.links.push({from: gone, to: stays, partnership_type: "merged", date: day, one_sided: false});
  }
  for (let i = 0; i < amalgamated; i++) amalgamate(at, 2013 + (i % 6));
}

function amalgamate(at: World, year: number): void {
  const [gone, grows] = pair(at);
  if (!gone || !grows) return;
  reopen(at, grows.school, `${year}-09-01`, {
    type: "community",
    partnership_type: "Community Primary School",
    keepsNumber: false,
    reason_opened: "Result of Amalgamation",
    reason_closed: "Result of Amalgamation/Merger"
  });
  close(gone, `${year}-08-31`, "Result of Amalgamation/Merger");
  const link = at.links.at(-1)!;
  link.partnership_type = "amalgamated";
  at.links.push({...link, from: gone});
}

/** Large schools that close for two new ones, each with half of the pupils. */
export function splitSchools(at: World, count: number): void {
  for (let i = 0; i < count; i++) {
    const whole = at.take(i % 2 ? "primary" : "secondary", [0.2, 0.9]);
    if (!whole) continue;
    const opened = `${2012 + (i % 7)}-09-01`;
    const before = whole.establishments[0];
    close(before, `${opened.slice(0, 4)}-08-31`, "Result of Split");
    for (const name of ["Upper", "Lower"]) {
      const half = findHalf(at, whole, opened, name);
      at.schools.push(half);
      const to = half.establishments[0];
      at.links.push({from: before, to, partnership_type: "split", date: opened, one_sided: false});
    }
  }
}

function findHalf(at: World, whole: School, opened: string, name: string): School {
  const id = at.schools.length;
  const {authority, selective, deprivation} = whole;
  const character = {id, authority, selective, deprivation, quality: 0.7 * whole.quality + 0.7 * at.draw.normal()};
  const half: School = {
    ...whole,
    ...character,
    path: drawPath(at.plan, character),
    intake: Math.max(10, Math.round(whole.intake / 2)),
    establishments: []
  };
  const before = whole.establishments[0];
  half.establishments.push({
    ...before,
    school: half,
    estab: at.number(half.authority, half.phase),
    name: `${name} ${before.name}`,
    opened,
    reason_opened: "Split school",
    closed: null,
    reason_closed: ""
  });
  return half;
}

function close(establishment: Establishment, day: string, reason: string): void {
  establishment.closed = day;
  establishment.reason_closed = reason;
}

const pair = (at: World): (Establishment | undefined)[] => {
  const one = at.take("primary", [0.3, 0.8]);
  return [one, at.take("primary", [0.3, 0.8], one?.authority.region)].map((school) => school?.establishments[0]);
};
