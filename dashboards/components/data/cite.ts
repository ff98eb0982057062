import {html} from "htl";
import type {ReleaseFacts} from "../ui/release.js";

/** “1 November 2026” of an ISO date. */
export const dateWords = (iso: string): string =>
  new Date(`${iso.slice(0, 10)}T12:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC"
  });

/** How a release is cited: which code, which plan, made when. */
export const citation = ({version, plan, made}: ReleaseFacts): string =>
  `School partnerships in England: what joining added. Version ${version}, plan ${plan}, made on ${dateWords(made)}.`;

/** The words to cite it by, and what else has to be said. */
export const cite = (release: ReleaseFacts): HTMLElement =>
  html`<div>
    <blockquote class="citation">${citation(release)}</blockquote>
    ${release.synthetic ? html`<p><strong>All schools in this release are invented.</strong> Do not cite its figures as findings.</p>` : ""}
    ${release.replaced?.length ? html`<p><strong>Another plan than the project’s was run.</strong> Replaced: ${release.replaced.join(", ")}. Say so where you cite it.</p>` : ""}
    <p>
      The published figures are Crown copyright, under the
      <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
        >Open Government Licence v3.0</a
      >. Say where they come from: “Contains public sector information licensed under the Open Government Licence v3.0.”
    </p>
    <p>The address of a page carries its choices. Copy it to show somebody the same chart.</p>
  </div>`;
