import {describeNewest, type ListedSchool} from "school-partnerships/your-schools";
import {html} from "htl";
import {PHASES} from "../chart/look.js";
import {awaited} from "../ui/awaited.js";
import {folded} from "../ui/folded.js";
import type {PartnershipFile} from "../ui/release.js";
import {describedTables} from "./described-table.js";
import {makeReport, type ReportedPhase} from "./make-report.js";
import {openNames} from "./open-register.js";

/** The schools of a body as a list: a school of several roles in each. */
export const schoolsOfBody = ({members}: Pick<PartnershipFile, "members">): ListedSchool[] =>
  members.map(({urn, role, joined, cohort}) => ({urn, role: role ?? "member", joined, cohort}));

/** What was published of the schools of a body: a sentence a phase, and each school year by year. */
export function describedBody(note: PartnershipFile): HTMLElement {
  return awaited(async () => {
    const {partnership_type, outcomes} = note;
    const list = {partnership_type, schools: schoolsOfBody(note)};
    const {phases} = await makeReport(list, await openNames(), {released: outcomes});
    if (phases.length === 0) return html`<p>Nothing was published of its schools in this release.</p>`;
    return html`<div>${phases.map((phase) => describedPhase(phase))}</div>`;
  });
}

function describedPhase(phase: ReportedPhase): HTMLElement {
  const named = PHASES[phase.phase].toLowerCase();
  const rows = phase.schools.map(({row}) => row);
  const newest = phase.published.flatMap((one) => describeNewest(one, rows, named) ?? []);
  return html`<section>
    <ul class="newest">
      ${newest.map((words) => html`<li>${words}</li>`)}
    </ul>
    ${folded(`Each ${named} school, year by year`, () => describedTables(phase), {open: phase.schools.length <= AT_ONCE})}
  </section>`;
}

/** Schools that are shown year by year before anybody asks. */
const AT_ONCE = 12;
