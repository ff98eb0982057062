import {plainColumns, publish, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {groupTypes, type Membership, type Registered} from "./partnership-shapes.ts";
import {dashed, findPhase, registerStyle} from "./register.ts";
import {isAcademy, on, types, type Establishment} from "./school.ts";

const isTrust = ({type}: Registered): boolean => type.endsWith("academy trust");

/** Groups of every type, in the order of their numbers. */
const bodies = ({groups, sponsors}: England): Registered[] => [...groups, ...sponsors].sort((a, b) => a.uid - b.uid);

interface Linked {
  group: Registered;
  membership: Membership;
  then: Establishment;
}

/** Links on a day under the establishment open then, in the order of URNs: of members, and of some groups that have closed. */
function linksOn(england: England, day: string): Linked[] {
  const linked = ({closed, still_linked}: Registered, {joined, left}: Membership) =>
    joined <= day && ((left ?? "9999") > day || (still_linked && left === closed));
  return bodies(england)
    .flatMap((group) => group.members.map((membership) => ({group, membership, then: on(membership.school, day)!})))
    .filter(({group, membership, then}) => then && linked(group, membership))
    .sort((a, b) => a.then.urn - b.then.urn || a.group.uid - b.group.uid);
}

const closedBy = ({closed}: Registered, day: string): string | null => (closed && closed <= day ? closed : null);

const establishmentCells = (then: Establishment): Cells => ({
  URN: then.urn,
  EstablishmentName: then.name,
  "TypeOfEstablishment (code)": types[then.type].code,
  "TypeOfEstablishment (name)": types[then.type].name,
  "PhaseOfEducation (code)": findPhase(then.school)[0],
  "PhaseOfEducation (name)": findPhase(then.school)[1],
  "LA (code)": then.school.authority.code,
  "LA (name)": then.school.authority.name
});

/** Academies with their trusts and sponsors on a day. The header has a name more than the rows have cells. */
export function academyLinksFile(england: England, day: string): Published {
  const rows = linksOn(england, day)
    .filter(({then}) => isAcademy(then))
    .map(({group, membership, then}) => [
      establishmentCells(then),
      {
        "Linked UID": group.uid,
        "Group Name": group.name,
        "Companies House Number": group.peers,
        "Group Type": group.type,
        "Closed Date": dashed(closedBy(group, day)),
        "Group Status": closedBy(group, day) ? "Closed" : "Open",
        "Joined date": dashed(membership.printed ?? membership.joined),
        ends_after: "LA (name)"
      }
    ]);
  const header = [
    "URN",
    "Linked UID",
    "Group Name",
    "Companies House Number",
    "Group Type",
    "Closed Date",
    "Group Status",
    "FederationType",
    "Joined date",
    "EstablishmentName",
    "TypeOfEstablishment (code)",
    "TypeOfEstablishment (name)",
    "PhaseOfEducation (code)",
    "PhaseOfEducation (name)",
    "LA (code)",
    "LA (name)",
    "HasSharedHT"
  ];
  const path = `gias/grouplinks_edubaseallacademiesandfree${day.replaceAll("-", "")}.csv`;
  return publish(path, plainColumns(header), rows, {...registerStyle, newline: "\n", end_newline: false});
}

const groupHeader = [
  "Group UID",
  "Group ID",
  "Group Name",
  "Companies House Number",
  "Group Type (code)",
  "Group Type",
  "Closed Date",
  "Open date",
  "Incorporated on (open date)",
  "Group Status (code)",
  "Group Status"
];

const groupCells = (group: Registered, day: string): Cells => {
  const closed = closedBy(group, day);
  return {
    "Group UID": group.uid,
    "Group ID": group.reference,
    "Group Name": group.name,
    "Companies House Number": group.peers && `${group.peers}.0`,
    "Group Type (code)": groupTypes[group.type].code,
    "Group Type": group.type,
    "Closed Date": dashed(closed),
    "Open date": isTrust(group) ? "" : dashed(group.opened),
    "Incorporated on (open date)": isTrust(group) ? dashed(group.opened) : "",
    "Group Status (code)": closed ? "CLOSED" : "OPEN",
    "Group Status": closed ? "Closed" : "Open"
  };
};

/** Members of every kind of group on a day. */
export function allLinksFile(england: England, day: string): Published {
  const rows = linksOn(england, day).map(({group, membership, then}) => [
    groupCells(group, day),
    establishmentCells(then),
    {"Joined date": dashed(membership.printed ?? membership.joined)}
  ]);
  const header = [
    "URN",
    ...groupHeader,
    "Joined date",
    "EstablishmentName",
    "TypeOfEstablishment (code)",
    "TypeOfEstablishment (name)",
    "PhaseOfEducation (code)",
    "PhaseOfEducation (name)",
    "LA (code)",
    "LA (name)"
  ];
  return publish(`gias/alllinksdata${day.replaceAll("-", "")}.csv`, plainColumns(header), rows, {
    encoding: "windows-1252"
  });
}

/** Who was ever in a trust of academies, with the date of leaving. */
export function membershipFile(england: England, day: string): Published {
  const rows = england.groups.filter(isTrust).flatMap((group) =>
    group.members
      .filter(({joined, recorded}) => recorded && joined <= day)
      .map(({school, joined, left}) => {
        const then = on(school, joined)!;
        const links = {
          "Group Name": group.name,
          "Group ID": group.reference,
          "Group UID": group.uid,
          "Group Type": group.type,
          "Group Status": group.closed ? "Closed" : "Open",
          "Group Open Date": dashed(group.opened),
          "Group Closed Date": dashed(group.closed),
          "Date Joined Group": dashed(joined),
          "Date Left Group": dashed(left),
          "Establishment OpenDate": dashed(then.opened),
          "Establishment CloseDate": dashed(then.closed)
        };
        return [establishmentCells(then), links];
      })
  );
  const header = [
    "URN",
    "EstablishmentName",
    "LA (code)",
    "LA (name)",
    "Group Name",
    "Group ID",
    "Group UID",
    "Group Type",
    "Group Status",
    "Group Open Date",
    "Group Closed Date",
    "Date Joined Group",
    "Date Left Group",
    "Establishment OpenDate",
    "Establishment CloseDate"
  ];
  const path = `gias/academiesmatmembership${day.replaceAll("-", "")}.csv`;
  return publish(path, plainColumns(header), rows, registerStyle);
}

/** All groups, open and closed. */
export function groupsFile(england: England, day: string): Published {
  const rows = bodies(england)
    .filter(({opened}) => opened <= day)
    .map((group) => [groupCells(group, day), {"Group County": "Not recorded"}]);
  const header = [
    ...groupHeader,
    "Group Street",
    "Group Locality",
    "Group Address 3",
    "Group Town",
    "Group County",
    "Group Postcode",
    "UKPRN"
  ];
  return publish(`gias/allgroupsdata${day.replaceAll("-", "")}.csv`, plainColumns(header), rows, {
    encoding: "windows-1252"
  });
}
