import {html} from "htl";
import {extent, range as integers} from "d3";
import {levelsPanel, type Frame} from "./levels-panel.js";
import {levelsHeading} from "./levels-words.js";
import type {ComparisonNote, Level} from "./release.js";
import type {Scale} from "./sentences.js";
import {linesOf, TEXT} from "./text-lines.js";

export interface LevelsOptions {
  scale: Scale;
  /** Over the vertical axis. */
  axis: string;
  /** Decimals of yearly changes. */
  digits: number;
  /** What stands in the places of roles that have no panel. */
  absences?: readonly Node[];
}

const GAP = 24;

/** One panel a role, side by side where there is room, all on one scale so that they can be compared. */
export function levels(
  comparisons: readonly ComparisonNote[],
  {width, absences = [], axis, ...options}: LevelsOptions & {width: number}
): HTMLElement {
  const across = width >= 700 && comparisons.length + absences.length > 1 ? 2 : 1;
  const frame = frameOf(comparisons, Math.min(Math.floor((width - GAP * (across - 1)) / across), 760), {
    axis,
    ...options
  });
  return html`<div class=${`panels across-${across}`}>
    ${comparisons.map((comparison) => levelsPanel(comparison, frame))} ${absences}
  </div>`;
}

/** What the panels share: scales, width and room for the tallest heading. */
function frameOf(comparisons: readonly ComparisonNote[], width: number, {axis, ...options}: LevelsOptions): Frame {
  const shown = comparisons.flatMap((d) => d.levels);
  const [first, last] = extent(shown, (d) => d.event_time) as [number, number];
  const [low, high] = extent(shown.flatMap(limits)) as [number, number];
  const lines = comparisons.map((d) =>
    levelsHeading(d, options).map((text) => linesOf(text, width, TEXT.title).length)
  );
  return {
    ...options,
    width,
    years: integers(first, last + 1),
    domain: [low, high],
    headingLines: Math.max(...lines.map((counts) => counts.reduce((sum, n) => sum + n, 0))),
    axisLines: linesOf(axis, width, TEXT.small)
  };
}

const limits = ({group, value, low, high}: Level): number[] =>
  group === "all" || low === null || high === null ? [value] : [low, high];

/** The event times with no result for any school, between the first and the last that have one. */
export function gaps({levels: shown}: ComparisonNote): number[] {
  const there = new Set(shown.filter((d) => d.group === "joined" && Number.isFinite(d.value)).map((d) => d.event_time));
  return integers(Math.min(...there), Math.max(...there)).filter((year) => !there.has(year));
}
