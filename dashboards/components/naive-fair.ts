import {html} from "htl";
import {naiveLevels} from "./naive-levels.js";
import {naiveSteps} from "./naive-steps.js";
import type {MeasureNote, NaiveAndFair, Result} from "./release.js";

/** A result for which the before-and-after figure can be taken apart. */
export type Misleading = Result & {naive: NaiveAndFair};

export const isMisleading = (result: Result): result is Misleading => result.naive !== null;

/** The before-and-after figure: where it comes from, and what is left of it beside similar schools. */
export function naiveFair(result: Misleading, {measure, width}: {measure: MeasureNote; width: number}): HTMLElement {
  const levels = result.event_times.filter((d) => d.joined !== null && d.similar !== null);
  const beside = width >= 700 && levels.length > 1;
  const each = beside ? Math.floor((width - 24) / 2) : Math.min(width, 760);
  return html`<div class=${`panels across-${beside ? 2 : 1}`}>
    ${levels.length > 1 ? naiveLevels(result, {measure, width: each}) : ""} ${naiveSteps(result, {width: each})}
  </div>`;
}
