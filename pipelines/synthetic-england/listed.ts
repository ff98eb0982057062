import {group} from "d3";
import {makeNames} from "./names.ts";
import {drawMultiplier, type World} from "./partnerships.ts";
import type {Partnership} from "./partnership-shapes.ts";
import {authorityCount, type Authority} from "./places.ts";
import {PER, type PlantedRoleName} from "./plan.ts";
import {listedTypes, type ListedPartnershipType} from "./planted-types.ts";
import {findCohort, type Phase, type School} from "./school.ts";

/** A partnership that no register knows: what its own list says of it. Dates are ISO dates. */
export interface Listed extends Partnership {
  partnership_type: ListedPartnershipType;
  opened: string;
  closed: string | null;
  members: ListedMember[];
}

export interface ListedMember {
  school: School;
  role: PlantedRoleName;
  joined: string;
}

/** How the partnerships of a partnership type are made up. */
interface Shape {
  called: string;
  /** First and last year of opening, and years from then to the end; null where they go on. */
  opens: readonly [number, number];
  lasts: number | null;
  supporters: readonly Phase[];
  /** Joins a year after the supporter. */
  supported: readonly Phase[];
  members: readonly Phase[];
}

const shapes: Record<ListedPartnershipType, Shape> = {
  support_federation: {
    called: "Support Federation",
    opens: [2008, 2014],
    lasts: null,
    supporters: ["secondary"],
    supported: ["secondary"],
    members: []
  },
  national_support_school: {
    called: "National Support Pairing",
    opens: [2009, 2017],
    lasts: 3,
    supporters: ["primary"],
    supported: ["primary"],
    members: []
  },
  rise_pairing: {
    called: "Improvement Pairing",
    opens: [2021, 2022],
    lasts: null,
    supporters: ["secondary"],
    supported: ["primary"],
    members: []
  },
  consortium_14_19: {
    called: "14 to 19 Consortium",
    opens: [2013, 2015],
    lasts: 6,
    supporters: [],
    supported: [],
    members: ["secondary", "secondary", "secondary", "special"]
  },
  behaviour_collaborative: {
    called: "Behaviour Partnership",
    opens: [2007, 2012],
    lasts: null,
    supporters: [],
    supported: ["secondary"],
    members: ["secondary", "secondary", "secondary"]
  },
  extended_services_cluster: {
    called: "Extended Services Cluster",
    opens: [2007, 2010],
    lasts: 4,
    supporters: [],
    supported: [],
    members: ["secondary", "primary", "primary", "primary"]
  },
  ict_partnership: {
    called: "Learning Technology Partnership",
    opens: [2007, 2010],
    lasts: 5,
    supporters: [],
    supported: [],
    members: ["secondary", "secondary", "primary", "primary", "special"]
  },
  school_sport_partnership: {
    called: "School Sport Partnership",
    opens: [2007, 2008],
    lasts: 4,
    supporters: ["secondary"],
    supported: [],
    members: ["primary", "primary", "primary", "primary"]
  },
  teaching_school_alliance: {
    called: "Teaching School Alliance",
    opens: [2011, 2016],
    lasts: 8,
    supporters: ["primary"],
    supported: ["primary", "primary"],
    members: ["primary", "secondary"]
  },
  area_based_partnership: {
    called: "Education Partnership",
    opens: [2013, 2018],
    lasts: null,
    supporters: [],
    supported: [],
    members: []
  },
  peer_collaboration: {
    called: "Peer Review Group",
    opens: [2014, 2019],
    lasts: null,
    supporters: [],
    supported: [],
    members: ["primary", "primary", "primary"]
  },
  subject_hub: {
    called: "Subject Hub",
    opens: [2014, 2019],
    lasts: null,
    supporters: ["primary"],
    supported: ["primary", "primary"],
    members: []
  },
  research_school: {
    called: "Research School Network",
    opens: [2016, 2019],
    lasts: null,
    supporters: ["secondary"],
    supported: [],
    members: ["primary", "primary", "secondary"]
  },
  regional_network: {
    called: "Regional Schools Network",
    opens: [2015, 2018],
    lasts: null,
    supporters: [],
    supported: [],
    members: ["primary", "secondary", "primary", "special"]
  }
};

/** Makes the partnerships that lists state of, and plants the roles in them. */
export function addListed(at: World): Listed[] {
  const names = makeNames(at.plan.seed, "listed");
  const ofAuthority = group(at.schools, ({authority}) => authority);
  return listedTypes.flatMap((partnership_type) => {
    // Area partnerships are as many as authorities allow, not schools.
    const share =
      partnership_type === "area_based_partnership" ? authorityCount(at.plan.schools) / authorityCount(PER) : at.share;
    const count = Math.round(at.plan.listed[partnership_type] * share);
    return Array.from({length: count}, (_, i) => addOne(at, partnership_type, i, names.trust(), ofAuthority));
  });
}

function addOne(
  at: World,
  partnership_type: ListedPartnershipType,
  i: number,
  named: string,
  ofAuthority: ReadonlyMap<Authority, readonly School[]>
): Listed {
  const {called, opens, lasts, supporters, supported, members} = shapes[partnership_type];
  const [from, to] = opens;
  const year = from + (i % (to - from + 1));
  const opened = `${year}-09-01`;
  const made: Listed = {
    partnership_type,
    id: `${partnership_type}_${i + 1}`,
    name: `${named} ${called}`,
    multiplier: drawMultiplier(at),
    opened,
    closed: lasts === null ? null : `${year + lasts}-08-31`,
    members: []
  };
  const add = (school: School, role: PlantedRoleName, joined: string, from = joined) => {
    made.members.push({school, role, joined});
    const left = made.closed;
    at.stated.push({
      school,
      partnership: made,
      joined,
      left,
      moved_from: null,
      role,
      source: "list",
      from,
      reported: "day"
    });
  };
  const later = `${year + 1}-01-01`;
  const phase = supporters[0] ?? members[0] ?? "primary";
  const first = at.take(phase, at.plan.selection.supporter) ?? at.take(phase, [0.3, 1]);
  const near = first?.authority.region;
  if (partnership_type === "area_based_partnership") {
    for (const school of schoolsOfArea(i, ofAuthority)) add(school, "member", opened);
    return made;
  }
  if (!first) return made;
  const leads = supporters.length > 0;
  add(first, leads ? "supporter" : "member", opened, leads && supported.length > 0 ? later : opened);
  for (const of of supporters.length ? members : members.slice(1)) {
    const school = at.take(of, [0, 1], near);
    if (school) add(school, "member", opened);
  }
  for (const of of supported) {
    const chosen = at.choose(of, findCohort(later), near);
    if (chosen) add(chosen, "supported", later);
  }
  return made;
}

/** The state schools of one authority, or of two, that are still open. */
function schoolsOfArea(i: number, ofAuthority: ReadonlyMap<Authority, readonly School[]>): School[] {
  return [...ofAuthority.values()]
    .slice(2 * i, 2 * i + 1 + (i % 2))
    .flat()
    .filter(({independent, establishments}) => !independent && establishments.at(-1)!.closed === null);
}
