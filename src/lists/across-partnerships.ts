import {group} from "d3";
import {formatDay} from "./date-span.ts";
import type {Member} from "./member.ts";
import type {Partnership} from "./partnership-row.ts";
import {at, stops, warns, type Problem} from "./problem.ts";

/** What does not fit within the list of partnerships, or between it and their members. */
export function acrossPartnerships(partnerships: readonly Partnership[], members: readonly Member[]): Problem[] {
  const byId = group(partnerships, ({partnership_id}) => partnership_id);
  const twice = [...byId.values()].flatMap(([first, ...rest]) =>
    rest.map((other) => {
      const found = `${other.partnership_id} is in row ${first.row} already`;
      return at(stops("partnership_twice", found, "keep one row, or give one another id"), {
        ...other,
        column: "partnership_id"
      });
    })
  );
  const named = group(members, ({partnership_id}) => partnership_id);
  return [...twice, ...partnerships.flatMap((one) => compareWithMembers(one, named.get(one.partnership_id) ?? []))];
}

function compareWithMembers(partnership: Partnership, members: readonly Member[]): Problem[] {
  const {partnership_id: id, partnership_kind: partnership_type} = partnership;
  if (members.length === 0) {
    const fix = "check the list of its members too, or write the same id there";
    return [at(warns("no_members", `${id} has no usable row in any list of members`, fix), partnership)];
  }
  const other = members.find((member) => member.partnership_kind !== partnership_type);
  const otherPartnershipType =
    other && `${id} is ${partnership_type} here, but ${other.partnership_kind} in row ${other.row} of ${other.file}`;
  return [
    ...(otherPartnershipType
      ? [
          at(stops("other_kind", otherPartnershipType, "write the same kind in both"), {
            ...partnership,
            column: "partnership_kind"
          })
        ]
      : []),
    ...members.flatMap((member) => outside(member, partnership))
  ];
}

function outside(member: Member, {start_date, end_date}: Partnership): Problem[] {
  const {from_date, to_date} = member;
  const fix = "look up both; the partnership’s own dates are in the list of partnerships";
  if (from_date && start_date && from_date.latest < start_date.earliest) {
    const found = `joined by ${formatDay(from_date.latest)}, before the partnership began on ${formatDay(start_date.earliest)}`;
    return [at(warns("before_partnership", found, fix), {...member, column: "from_date"})];
  }
  if (end_date && from_date && (to_date ?? from_date).earliest > end_date.latest) {
    const found = `is in it after the partnership ended on ${formatDay(end_date.latest)}`;
    return [at(warns("after_partnership", found, fix), {...member, column: to_date ? "to_date" : "from_date"})];
  }
  if (end_date && !to_date) {
    const found = `has no end, though the partnership ended by ${formatDay(end_date.latest)}`;
    return [
      at(warns("no_end", found, "give the date it left, at the latest that one"), {...member, column: "to_date"})
    ];
  }
  return [];
}
