import {isOnlyYear, onYears} from "../ui/dates.js";
import {ROLES} from "../chart/look.js";
import type {PartnershipMember, Role} from "../ui/release.js";

/** A school's time in a partnership, on an axis of academic years. */
export interface MembershipLine {
  member: PartnershipMember;
  /** Null where the day of joining is unknown: then nothing is drawn. */
  from: number | null;
  /** Where the bar becomes a full one: a year on where the start is known to the year alone. */
  sureFrom: number | null;
  to: number;
  stays: boolean;
  newUrn: number | null;
}

/** Schools in one role, in the order in which they joined; null where the role is unknown. */
export interface MembershipGroup {
  role: Role | null;
  /** How many there are, also where only the first are drawn. */
  schools: number;
  lines: MembershipLine[];
}

const ALL_ROLES: readonly (Role | null)[] = [...ROLES, null];

function makeLine(member: PartnershipMember, until: number): MembershipLine {
  const {joined, joined_precision, left, new_urn} = member;
  const to = left === null ? until + 0.5 : onYears(left);
  const from = joined === null ? null : onYears(joined);
  const later = isOnlyYear(joined_precision) ? 1 : 0;
  return {
    member,
    from,
    sureFrom: from === null ? null : Math.min(from + later, to),
    to,
    stays: left === null,
    newUrn: new_urn == null ? null : onYears(new_urn)
  };
}

/** The members by role, those who joined first before others. `until`: the last academic year of the axis. */
export function membershipGroups(members: readonly PartnershipMember[], until: number): MembershipGroup[] {
  const date = ({joined}: PartnershipMember) => joined ?? "9999";
  const ordered = [...members].sort((a, b) => date(a).localeCompare(date(b)) || a.name.localeCompare(b.name, "en-GB"));
  return ALL_ROLES.map((role) => {
    const lines = ordered.filter((member) => member.role === role).map((member) => makeLine(member, until));
    return {role, schools: lines.length, lines};
  }).filter(({schools}) => schools > 0);
}

/** The first `most` lines, group by group; groups that would be empty are left out. */
export function firstLines(groups: readonly MembershipGroup[], most: number): MembershipGroup[] {
  let room = most;
  return groups
    .map((whole) => {
      const lines = whole.lines.slice(0, Math.max(0, room));
      room -= lines.length;
      return {...whole, lines};
    })
    .filter(({lines}) => lines.length > 0);
}
