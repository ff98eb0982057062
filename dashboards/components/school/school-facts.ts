import {html} from "htl";
import {longDate} from "../ui/dates.js";
import {counted} from "../ui/format.js";
import {PHASES} from "../chart/look.js";
import type {SchoolFile} from "../ui/release.js";
import {table} from "../ui/table.js";

/** What it is and where, and the URNs by which it was known. */
export function schoolFacts({
  urns,
  phase,
  type,
  authority,
  region,
  postcode,
  memberships,
  independent
}: SchoolFile): HTMLElement {
  const present = memberships.filter(({left}) => left === null).length;
  const rows: [string, string][] = [
    ["URN", urns.length > 0 ? String(urns.at(-1)!.urn) : "not known"],
    ["Type of school", `${type ?? "not known"}${independent ? ", independent" : ""}`],
    ["Phase of education", phase === null ? "not known" : PHASES[phase]],
    ["Where", [postcode, authority, region].filter((d) => d !== null && d !== "").join(", ") || "not known"],
    [
      "Partnerships",
      memberships.length === 0
        ? "none on record"
        : `${counted(memberships.length, "partnership")}, ${present} at present`
    ]
  ];
  return html`<dl class="facts">
    ${rows.flatMap(([name, words]) => [html`<dt>${name}</dt>`, html`<dd>${words}</dd>`])}
  </dl>`;
}

/** The days on which a school got another URN than it had: the opening of every URN but the first. */
export const newUrnDays = ({urns}: SchoolFile): string[] =>
  urns.slice(1).flatMap(({opened}) => (opened === null ? [] : [opened]));

/** The numbers it has had: results of all of them are shown as one school. */
export function identityTable({urns, name}: SchoolFile): HTMLElement {
  const date = (iso: string | null, none: string) => (iso === null ? none : longDate(iso));
  return html`<div>
    <p>
      ${
        urns.length > 1
          ? `This school has had ${urns.length} numbers (URNs). They are followed as one school, because one took over from the other and no year has results under both.`
          : "This school has had one number (URN)."
      }
    </p>
    ${
      urns.length > 1
        ? table(`${name}: its numbers`, urns, [
            {name: "URN", show: ({urn}) => String(urn)},
            {name: "Name then", show: (d) => d.name ?? "not known"},
            {name: "Type of school", show: ({type}) => type ?? "not known"},
            {name: "Opened", show: ({opened}) => date(opened, "not known")},
            {name: "Closed", show: ({closed}) => date(closed, "open, or not known")}
          ])
        : ""
    }
  </div>`;
}
