import {html} from "htl";
import {dated, longDate} from "../ui/dates.js";
import {academicYear} from "../ui/format.js";
import {partnershipAddress} from "../partnership/partnership-address.js";
import {identityTable, schoolFacts} from "./school-facts.js";
import {schoolGlance} from "./school-glance.js";
import {schoolOutcomes} from "./school-outcomes.js";
import {schoolSimilar} from "./school-similar.js";
import type {InventoryNote, PartnershipTypeRow, MeasureRow, ReasonRow, SchoolFile} from "../ui/release.js";
import {table} from "../ui/table.js";

export interface SchoolContext {
  measures: readonly MeasureRow[];
  types: readonly PartnershipTypeRow[];
  reasons: readonly ReasonRow[];
  inventory: InventoryNote;
}

/** All that is known of one school: what it is, what was published, its partnerships, and schools like it. */
export function schoolPage(note: SchoolFile, context: SchoolContext): HTMLElement {
  return html`<div class="school">
    <h1>${note.name}</h1>
    ${schoolFacts(note)}
    <p class="plain">
      <strong>No finding is made about one school.</strong> What it did by chance cannot be distinguished from what a
      partnership added.
    </p>
    ${schoolGlance(note, context.measures)}
    <h2 id="outcomes">What was published</h2>
    ${schoolOutcomes(note, context)}
    <h2 id="partnerships">Its partnerships</h2>
    ${partnerships(note, context)}
    <h2 id="numbers">Its numbers</h2>
    ${identityTable(note)}
    <h2 id="similar">Similar schools</h2>
    ${schoolSimilar(note)}
  </div>`;
}

function partnerships({name, memberships}: SchoolFile, {types}: SchoolContext): HTMLElement {
  if (memberships.length === 0) {
    return html`<p>
      It is in no partnership on record. Partnerships that the register does not know are found only on lists of their
      members.
    </p>`;
  }
  return table(`Partnerships of ${name}`, memberships, [
    {
      name: "Partnership",
      show: (d) => html`<a href=${partnershipAddress({id: d.partnership})}>${d.name}</a>`
    },
    {name: "Type", show: (d) => types.find(({id}) => id === d.partnership_type)?.label ?? d.partnership_type},
    {name: "Role", show: ({role}) => role ?? "not known"},
    {name: "Joined", show: (d) => dated(d.joined, d.joined_precision, "not known")},
    ...(memberships.some((d) => d.moved_from !== null)
      ? [{name: "Joined from", show: (d: SchoolFile["memberships"][number]) => d.moved_from ?? "no other of this type"}]
      : []),
    {name: "Left", show: ({left}) => (left === null ? "still a member" : longDate(left))},
    {name: "First year counted", show: ({cohort}) => (cohort === null ? "not counted" : academicYear(cohort))}
  ]);
}
