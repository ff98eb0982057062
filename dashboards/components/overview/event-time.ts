import {html} from "htl";
import {range as integers} from "d3";
import {absentResult} from "../ui/absent-result.js";
import type {Bracket} from "../ui/directions.js";
import {axisLine, eventHeading} from "./event-time-words.js";
import type {EventFrame} from "./event-time-frame.js";
import {eventTimePanel} from "./event-time-panel.js";
import {findLimits, type Family} from "./interval-family.js";
import type {MeasureRow, Result} from "../ui/release.js";
import {placePanels} from "../chart/place-panels.js";
import {breakLines, TEXT} from "../chart/text-lines.js";

/** Effects by years since joining, a panel a role, side by side where there is room and all on one scale. */
export function eventTimePanels(
  results: readonly Result[],
  {measure, width, family = "union"}: {measure: MeasureRow; width: number; family?: Family}
): HTMLElement {
  const drawn = results.filter(({event_times}) => event_times.length > 0);
  const {across, each} = placePanels(width, results.length);
  const frame = drawn.length > 0 ? layOutFrame(drawn, {measure, width: each, family}) : null;
  return html`<div class=${`panels across-${across}`}>
    ${results.map((d) => (frame && drawn.includes(d) ? eventTimePanel(d, frame) : absentResult(d)))}
  </div>`;
}

function layOutFrame(
  results: readonly Result[],
  {measure, width, family}: {measure: MeasureRow; width: number; family: Family}
): EventFrame {
  const lines = results.map((d) => eventHeading(d).map((text) => breakLines(text, width, TEXT.title).length));
  return {
    measure,
    width,
    years: eventYears(results),
    domain: eventDomain(results, family),
    family,
    headingLines: Math.max(...lines.map((counts) => counts.reduce((sum, n) => sum + n, 0))),
    axisLines: breakLines(axisLine(results[0], measure), width, TEXT.small)
  };
}

/** Every event time from the first with an effect to the last. */
export function eventYears(results: readonly Pick<Result, "event_times">[]): number[] {
  const years = results.flatMap(({event_times}) => event_times.map(({event_time}) => event_time));
  return integers(Math.min(...years), Math.max(...years) + 1);
}

/** Room for zero, for what is too small to matter, for both estimates and for every interval that is drawn. */
export function eventDomain(
  results: readonly Pick<Result, "event_times" | "effect" | "smallest_effect">[],
  family: Family
): [number, number] {
  const ends = results.flatMap(({event_times, effect, smallest_effect}) => [
    -smallest_effect.value,
    smallest_effect.value,
    ...event_times.flatMap((d) => findEnds({...d, ...findLimits(d, family)})),
    ...(effect ? findEnds(effect) : [])
  ]);
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

const findEnds = ({from, to, low, high}: Bracket): number[] => [from, to, low, high].filter((x) => x !== null);
