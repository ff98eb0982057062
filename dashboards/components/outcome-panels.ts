import {html} from "htl";
import {outcomePanel, panelLines, reach} from "./outcome-panel.js";
import type {PartnershipOutcome} from "./release.js";

const GAP = 24;

/** Outcomes of one partnership and role, a panel each; all span as many standard deviations between schools. */
export function outcomePanels(
  outcomes: readonly PartnershipOutcome[],
  {width, nameOf}: {width: number; nameOf: (measure: string) => string}
): HTMLElement {
  const across = Math.max(1, Math.min(3, outcomes.length, Math.floor((width + GAP) / 320)));
  const each = Math.min(Math.floor((width - GAP * (across - 1)) / across), 480);
  const deviations = Math.max(...outcomes.map(deviationsOf)) * 1.05;
  const lines = outcomes.map((d) => {
    const {name, found} = panelLines(d, nameOf(d.measure), each);
    return name.length + found.length;
  });
  const frame = (i: number) => ({
    width: each,
    deviations,
    headingLines: Math.max(...lines.slice(i - (i % across), i - (i % across) + across))
  });
  return html`<div class="panels" style=${{gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))`}}>
    ${outcomes.map((d, i) => outcomePanel(d, {...frame(i), name: nameOf(d.measure), unit: d.unit}))}
  </div>`;
}

/** How many standard deviations between schools an outcome's lines span; 0 where the deviation is unknown. */
function deviationsOf({series, sd}: PartnershipOutcome): number {
  const [low, high] = reach(series);
  return sd === null ? 0 : (high - low) / sd;
}
