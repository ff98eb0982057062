import {measures, sayable} from "school-partnerships/your-schools";
import {html} from "htl";
import {partnershipTally} from "../partnership/partnership-tally.js";
import {whyNone} from "../partnership/why-none.js";
import {folded} from "../ui/folded.js";
import {counted} from "../ui/format.js";
import type {PartnershipOutcome} from "../ui/release.js";
import type {Report} from "./make-report.js";

const findLabel = (measure: string): string => measures[measure]?.label ?? measure;

/** The answer, what may be said, outcome by outcome, and each school as published, in tables that are drawn already. */
export function reportView(report: Report, tables: readonly HTMLElement[]): HTMLElement {
  return html`<div class="report">
    ${answer(report)}
    <h2 id="each-school">Each school, as published</h2>
    ${tables} ${unknownSchools(report)}
    <h2 id="each-outcome">Outcome by outcome</h2>
    ${partnershipTally(report.outcomes, findLabel)} ${listOutcomes(report.outcomes)} ${whyNone(report.outcomes)}
  </div>`;
}

/** What can be said and what cannot, in sentences that may be taken as they are. */
export function answer({outcomes, phases}: Report): HTMLElement {
  const hasSimilar = phases.some(({schools}) => schools.some(({similar}) => similar.absent === null));
  const {lead, may, doNot} = sayable(outcomes, measures, {hasSimilar});
  return html`<div>
    <p class="lead">${lead}</p>
    <div class="sayable">
      <section>
        <h2>You may say</h2>
        <ul>
          ${may.map((words) => html`<li>${words}</li>`)}
        </ul>
      </section>
      <section>
        <h2>Do not say</h2>
        <ul>
          ${doNot.map((words) => html`<li>${words}</li>`)}
        </ul>
      </section>
    </div>
  </div>`;
}

/** The sentences on every outcome that has an estimate. */
export function listOutcomes(outcomes: readonly PartnershipOutcome[]): HTMLElement | "" {
  const reported = outcomes.filter(({effect}) => effect !== null);
  if (reported.length === 0) return "";
  return folded(
    `What was found for each of ${counted(reported.length, "outcome")}`,
    () =>
      html`<dl>
        ${reported.map(
          (d) =>
            html`<dt>${findLabel(d.measure)} (${d.phase})</dt>
              <dd>${d.sentence}</dd>`
        )}
      </dl>`
  );
}

function unknownSchools({unknown}: Report): HTMLElement | "" {
  if (unknown.length === 0) return "";
  return html`<p>
    Nothing was published for ${counted(unknown.length, "school")} of the list: URN
    ${unknown.map(({urn}) => urn).join(", ")}.
  </p>`;
}
