import {html} from "htl";
import {longDate, schoolYear} from "../ui/dates.js";
import {academicYear, count, counted, listed, spelled} from "../ui/format.js";
import type {PartnershipTypeRow, PartnershipFile, Role, SourceRow} from "../ui/release.js";
import {membershipGroups} from "./membership-lines.js";

const GRADES = {A: "a published file", B: "a web page", C: "a report"} as const;

/** “3 supported, 1 supporter and 2 members”, of every school that ever belonged. */
export const roleCounts = (members: PartnershipFile["members"]): string =>
  listed(membershipGroups(members, 0).map(({role, schools}) => inRole(schools, role)));

function inRole(schools: number, role: Role | null): string {
  if (role === null) return `${count(schools)} in a role that is not known`;
  return role === "supported" ? `${count(schools)} supported` : counted(schools, role);
}

/** “since 2013/14”, “2013/14 to 2018/19”, from the first school that joined where no start is recorded. */
export function lifetime({started, ended, members}: PartnershipFile): string {
  const joined = members.flatMap((d) => (d.joined === null ? [] : [d.joined])).sort();
  const first = started ?? joined[0];
  if (first === undefined) return "not known";
  const from = academicYear(schoolYear(first));
  return ended === null ? `since ${from}` : `${from} to ${academicYear(schoolYear(ended))}`;
}

/** Who and what a partnership is: type, time, place, schools, and where this is known from. */
export function partnershipFacts(
  note: PartnershipFile,
  {
    partnership_type,
    sources
  }: {partnership_type: PartnershipTypeRow | undefined; sources: readonly Pick<SourceRow, "id" | "title">[]}
): HTMLElement {
  const {members, regions, authorities, source, source_url, source_date, evidence} = note;
  const present = members.filter(({left}) => left === null).length;
  const title = sources.find(({id}) => id === source)?.title ?? source;
  const from = source_url ? html`<a href=${source_url}>${title}</a>` : title;
  const rows: [string, string | Node][] = [
    ["Type", partnership_type?.label ?? spelled(note.partnership_type)],
    ...(note.former_names.length > 0 ? [["Also known as", listed(note.former_names)] as [string, string]] : []),
    ...(note.sponsors
      ? [
          ["Sponsor", `It sponsors academies, too${note.sponsors_evidence ? `: ${note.sponsors_evidence}` : ""}`] as [
            string,
            string
          ]
        ]
      : []),
    ["Time", lifetime(note)],
    [
      "Schools",
      members.length === 0
        ? "no list of its schools is in this release"
        : `${counted(members.length, "school")} in all: ${roleCounts(members)}; ${count(present)} at present`
    ],
    ...(regions.length > 0 ? [["Where", listed(regions)] as [string, string]] : []),
    ["Local authorities", authorities.length > 0 ? listed(authorities) : "not known"],
    [
      "Known from",
      html`<span
        >${from}${evidence ? `, ${GRADES[evidence]}` : ""}${source_date ? `, ${longDate(source_date)}` : ""}</span
      >`
    ]
  ];
  return html`<div>
    <dl class="facts">${rows.flatMap(([name, words]) => [html`<dt>${name}</dt>`, html`<dd>${words}</dd>`])}</dl>
    ${note.note ? html`<p>${note.note}</p>` : ""}
  </div>`;
}
