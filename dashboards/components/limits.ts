import {html} from "htl";
import {count, listed} from "./format.js";
import {LOOKS} from "./look.js";
import type {ComparisonNote} from "./release.js";

/** What these comparisons cannot tell a reader. */
export function limits(comparisons: readonly ComparisonNote[]): HTMLElement {
  const also = comparisons
    .filter(({overlapping}) => overlapping > 0)
    .map(({overlapping, role}) => `${count(overlapping)} ${LOOKS[role].name.toLowerCase()}`);
  return html`<ul>
    <li>What joining added. Schools that join may differ from similar schools in ways that nobody publishes.</li>
    <li>Which part of a partnership’s work a change comes from.</li>
    <li>
      Who helped whom. Roles are told from records and results, as the <a href="./dictionary#kinds">dictionary</a> says.
    </li>
    <li>Whether one named school did well. These are means of many schools.</li>
    ${
      also.length > 0
        ? html`<li>
            What one partnership did where schools were in several. When they joined, ${listed(also)} were also in
            another partnership.
          </li>`
        : ""
    }
    <li>What happened in years without published results, or in schools too small for results to be shown.</li>
  </ul>`;
}
