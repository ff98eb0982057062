import {html} from "htl";
import {PHASES} from "../chart/look.js";
import {awaited} from "../ui/awaited.js";
import {folded} from "../ui/folded.js";
import type {PartnershipFile} from "../ui/release.js";

/**
 * What was published of the schools of a body: sentences a phase, and behind a line each school year by year, for which
 * what describes schools is fetched once it is opened.
 */
export function describedBody(note: PartnershipFile): HTMLElement {
  if (note.described.length === 0) return html`<p>Nothing was published of its schools in this release.</p>`;
  return html`<div>
    ${note.described.map(
      ({phase, newest}) =>
        html`<section>
          <ul class="newest">
            ${newest.map((words) => html`<li>${words}</li>`)}
          </ul>
          ${folded(`Each ${PHASES[phase].toLowerCase()} school, year by year`, () =>
            awaited(async () => (await import("../your-schools/described-schools.js")).describedSchools(note, phase))
          )}
        </section>`
    )}
  </div>`;
}
