import {html} from "htl";
import {count, counted} from "../ui/format.js";
import {LOOKS, PHASES} from "../chart/look.js";
import type {IdentityFile, PartnershipTypeRow} from "../ui/release.js";
import {table} from "../ui/table.js";

/** How schools were followed when their number changed, and on what evidence roles rest. */
export function followed(identity: IdentityFile, types: readonly PartnershipTypeRow[]): HTMLElement {
  const {urns, schools, merges, refused, sponsored_with_three_earlier_years: earlier, sponsors, roles} = identity;
  const partnership_type = (id: string) => types.find((d) => d.id === id)?.label ?? id;
  return html`<div>
    <p>
      A school gets a new number (URN) when it becomes an academy. ${counted(urns, "number")} were joined up into
      ${counted(schools, "school")}, so that a school’s years before joining are not lost.
    </p>
    ${table("Numbers joined up, by evidence", merges, [
      {name: "Evidence", show: ({meaning}) => meaning},
      {name: "Numbers joined to another", show: (d) => count(d.merges), numeric: true}
    ])}
    ${table("Links that were not followed, and why", refused, [
      {name: "Why not", show: ({meaning}) => meaning},
      {name: "Links", show: ({links}) => count(links), numeric: true}
    ])}
    ${table("Sponsored academies with results for three years before joining", earlier, [
      {name: "Phase", show: ({phase}) => PHASES[phase]},
      {name: "With three years", show: (d) => count(d.schools), numeric: true},
      {name: "Of", show: (d) => count(d.of), numeric: true}
    ])}
    <p>
      The register names ${counted(sponsors.all, "sponsor")} of academies. ${count(sponsors.trusts)} of them are a trust
      under another name, and are counted as that trust. ${count(sponsors.outside)} are no trust, by company, by name or
      by academies: a university, a diocese, a firm, a person. They are in no count here; their academies are counted in
      their own trusts.
    </p>
    ${table("Schools by partnership type, role and evidence", roles, [
      {name: "Partnership type", show: (d) => partnership_type(d.partnership_type)},
      {name: "Role", show: ({role}) => LOOKS[role].name},
      {name: "Evidence for the role", show: ({meaning}) => meaning},
      {name: "Schools", show: (d) => count(d.schools), numeric: true}
    ])}
  </div>`;
}
