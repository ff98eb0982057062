import {group} from "d3";
import {drawMultiplier, type World} from "./partnerships.ts";
import type {Partnership} from "./partnership-shapes.ts";
import type {Authority} from "./places.ts";
import type {School} from "./school.ts";

/** A sixth form that schools run together: no school itself, with a URN and a row of results of its own. Dates are ISO dates. */
export interface Consortium extends Partnership {
  partnership_type: "consortium_14_19";
  urn: number;
  estab: string;
  authority: Authority;
  opened: string;
  members: {school: School; joined: string; /** Whether its link in the register has the day. */ dated: boolean}[];
  /** Whether the register links the centre to its schools, and whether the tables of 16 to 18 name them. */
  in_links: boolean;
  in_tables: boolean;
}

const MEMBERS = 3;

/** Sixth forms of three schools of one authority: in links and tables, in links alone, and in tables alone, in turn. */
export function addConsortia(at: World, count: number): Consortium[] {
  const listed = new Set(
    at.stated.filter(({partnership}) => partnership.partnership_type === "consortium_14_19").map(({school}) => school)
  );
  const able = at.schools.filter(
    (school) =>
      school.phase === "secondary" &&
      !school.independent &&
      school.ages[1] > 16 &&
      !listed.has(school) &&
      school.establishments[0].type !== "free" &&
      school.establishments.at(-1)!.closed === null
  );
  const groups = [...group(able, ({authority}) => authority)].flatMap(([authority, some]) =>
    Array.from({length: Math.floor(some.length / MEMBERS)}, (_, n) => ({
      authority,
      schools: some.slice(n * MEMBERS, (n + 1) * MEMBERS)
    }))
  );
  return groups.slice(0, count).map(({authority, schools}, i) => {
    const year = 2012 + (i % 3);
    const urn = 990_001 + i;
    const in_links = i % 3 < 2;
    const in_tables = i % 3 !== 1;
    const opened = `${year}-09-01`;
    const made: Consortium = {
      partnership_type: "consortium_14_19",
      id: String(urn),
      name: `${authority.towns[i % authority.towns.length]} Joint Sixth Form`,
      multiplier: drawMultiplier(at),
      urn,
      estab: String(4900 + i),
      authority,
      opened,
      in_links,
      in_tables,
      members: schools.map((school, n) => ({
        school,
        joined: n === 2 ? `${year + 2}-09-01` : opened,
        dated: n > 0 || i % 2 === 0
      }))
    };
    for (const {school, joined, dated} of made.members)
      at.stated.push({
        school,
        partnership: made,
        joined,
        left: null,
        moved_from: null,
        role: "member",
        source: "none",
        from: joined,
        reported: in_links && dated ? "day" : in_tables ? "year" : "undated"
      });
    return made;
  });
}
