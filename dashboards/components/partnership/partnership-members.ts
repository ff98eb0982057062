import {html} from "htl";
import {DESCRIBED, phaseWords} from "../ui/about.js";
import {dated, longDate, schoolYear} from "../ui/dates.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {academicYear, academicYears, count, counted} from "../ui/format.js";
import {firstLines, membershipGroups} from "./membership-lines.js";
import {memberships, roleName} from "./memberships.js";
import {partnershipAddress} from "./partnership-address.js";
import type {PartnershipMember, PartnershipFile} from "../ui/release.js";
import {schoolLink} from "../school/school-link.js";
import type {Column} from "../ui/table.js";

/** Schools that a chart draws, as many as fit a printed page; the table has them all. */
const DRAWN = 36;

/** The academic years of the axis: from the year before the first joined to the newest of the release. */
export function axisYears(members: readonly PartnershipMember[], newest: number): [number, number] {
  const years = members.flatMap(({joined, left}) => [joined, left].flatMap((d) => (d === null ? [] : [schoolYear(d)])));
  return [Math.min(newest, ...years) - 1, Math.max(newest, ...years)];
}

/** Who belonged, when and in which role: as bars, and as a table with a link to each school. */
export function membersFigure(
  {name, members, id}: PartnershipFile,
  {newest, type}: {newest: number; type: string}
): HTMLElement {
  const years = axisYears(members, newest);
  const groups = membershipGroups(members, years[1]);
  const few =
    members.length > DRAWN ? ` The first ${DRAWN} are drawn; the table has all ${count(members.length)}.` : "";
  return figure(
    fit((width) => memberships(firstLines(groups, DRAWN), {width: Math.min(width, 760), years})),
    {
      title: `${counted(members.length, "school")}, and when each belonged`,
      subtitle: `${name}, school years from September.${few}`,
      about: [
        {
          type,
          phase: phaseWords(members.map(({phase}) => phase)),
          outcome: `When schools of ${name} belonged`,
          role: "Schools of any role",
          years: academicYears(...years),
          schools: members.length,
          strength: DESCRIBED
        }
      ],
      notes: html`<b>How to read it.</b> A bar runs from the day a school joined. An arrow: still a member when the
        newest source was made. A thin start: the day is known only to the year. A gap in a bar: the school got a new
        number (URN), as when it became an academy.`,
      rows: groups.flatMap(({lines}) => lines.map(({member}) => member)),
      columns: members.some((d) => d.moved_from) ? [...columns, movedFrom] : columns,
      file: `partnership-${id}-members`,
      single: true
    }
  );
}

/** The schools that its list names and no file has, each with its row; nothing where there are none. */
export function unmatchedSchools({unmatched}: Pick<PartnershipFile, "unmatched">): HTMLElement | "" {
  if (unmatched.length === 0) return "";
  const named = unmatched.map(
    ({urn, name, row}) => `${urn === null || String(urn) === name ? name : `${urn} ${name}`} (row ${row})`
  );
  const files = [...new Set(unmatched.map(({file}) => file))].join(", ");
  return html`<p class="unmatched">
    <b
      >${counted(unmatched.length, "school")} of its list ${unmatched.length === 1 ? "is" : "are"} in no file that was
      read</b
    >, so no figure here counts ${unmatched.length === 1 ? "it" : "them"}: ${named.join(", ")} of ${files}.
  </p>`;
}

const movedFrom: Column<PartnershipMember> = {
  name: "Joined from",
  show: ({moved_from: name, moved_from_id: id}) =>
    name === null
      ? "no other of this type"
      : id === null
        ? name
        : html`<a href=${partnershipAddress({id})}>${name}</a>`,
  raw: (d) => d.moved_from
};

const columns: Column<PartnershipMember>[] = [
  {name: "School", show: ({name, urn, school_id}) => schoolLink(name, {urn, id: school_id})},
  {name: "URN", show: ({urn}) => String(urn), numeric: true},
  {name: "Role", show: ({role}) => roleName(role)},
  {name: "Joined", show: (d) => dated(d.joined, d.joined_precision, "not known"), raw: ({joined}) => joined},
  {name: "Left", show: (d) => dated(d.left, d.left_precision, "still a member"), raw: ({left}) => left},
  {name: "First year counted", show: ({cohort}) => (cohort === null ? "not counted" : academicYear(cohort))},
  {name: "New URN", show: ({new_urn}) => (new_urn == null ? "no" : longDate(new_urn)), raw: ({new_urn}) => new_urn},
  {name: "Other types of partnership when it joined", show: ({other_types}) => String(other_types), numeric: true}
];
