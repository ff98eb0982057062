import {html} from "htl";
import {capital, count} from "./format.js";
import {folded} from "./folded.js";
import {LOOKS} from "./look.js";
import type {ComparisonNote} from "./release.js";
import {table} from "./table.js";

/** Who was counted, and who was lost on the way and why, role by role. */
export const funnels = (comparisons: readonly ComparisonNote[]): HTMLElement =>
  folded("From every school in a role to those compared", () => html`<div>${comparisons.map(funnel)}</div>`);

function funnel({funnel: steps, role}: ComparisonNote): HTMLElement {
  const rows = steps.map((step, i) => ({...step, gone: i === 0 ? 0 : steps[i - 1]!.schools - step.schools}));
  return table(`${LOOKS[role].name}: who was counted`, rows, [
    {name: "Step", show: ({step}) => capital(step)},
    {name: "Schools left", show: ({schools}) => count(schools), numeric: true},
    {name: "Lost", show: ({gone}) => count(gone), numeric: true},
    {name: "Why", show: ({lost, gone}) => (lost === null || gone === 0 ? "None lost" : capital(lost))}
  ]);
}
