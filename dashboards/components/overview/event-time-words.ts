import * as Plot from "@observablehq/plot";
import {isOneSided} from "../ui/directions.js";
import {verdictLine} from "../ui/effect-words.js";
import type {EventPlace, EventYear} from "./event-time-frame.js";
import {nearZero, capital, count, chooseDigits, number, signed} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import {HALO, label} from "../chart/plot.js";
import type {EventTimeEffect, MeasureRow, Result} from "../ui/release.js";
import {TEXT, textWidth} from "../chart/text-lines.js";
import {WINDOWS} from "../chart/windows.js";

/** Whose panel it is, and what was found. */
export const eventHeading = ({role, verdict, effect, digits}: Result): string[] => {
  const {glyph, name} = LOOKS[role];
  return [`${glyph} ${name}`, verdictLine(verdict, effect, digits)];
};

/** Over the vertical axis: the unit, and which way is better. */
export function axisLine({unit}: Pick<Result, "unit">, {better}: Pick<MeasureRow, "better">): string {
  const way = better === "neither" ? "" : ` (${better === "higher" ? "↑" : "↓"} better)`;
  return `${capital(unit)}, beyond what was expected${way}`;
}

/** Names of the base years, of joining and of the mean; and what stands out: an odd year before, a year of too few. */
export function yearNotes(rows: readonly EventYear[], {first, average, step}: EventPlace): Plot.Markish[] {
  const above = {frameAnchor: "top", lineAnchor: "bottom", dy: -4} as const;
  const start = Math.max(WINDOWS.base[0], first);
  const wide = (WINDOWS.base[1] + 1 - start) * step;
  const odd = rows.find(({year}) => year === -1)?.at ?? null;
  const oddWords = odd !== null && isOneSided(odd) ? (odd.from < 0 ? "a low year" : "a high year") : null;
  const few = rows.find(({year, at}) => year >= 0 && at !== null && at.low === null)?.at ?? null;
  const axisLabel = {fill: "var(--ink-2)", ...HALO} as const;
  return [
    start < WINDOWS.base[1]
      ? label(wide > 66 ? "base years" : "base", {...above, x: (start + WINDOWS.base[1]) / 2})
      : null,
    first < 0 ? label("joined →", {...above, x: -0.5, dx: 3, textAnchor: "start", fill: "var(--ink-2)"}) : null,
    label("mean", {...above, x: average, fill: "var(--ink-2)"}),
    odd && oddWords
      ? label(oddWords, {...axisLabel, x: -1, y: (odd.from + odd.to) / 2, dx: -9, textAnchor: "end"})
      : null,
    few ? label("too few", {...axisLabel, x: few.event_time, y: few.to, dy: -15}) : null
  ];
}

/** The limits of the mean, beyond its bar. */
export function averageLimits({effect, digits: own}: Result, {average}: EventPlace): Plot.Markish[] {
  if (effect === null || effect.low === null || effect.high === null) return [];
  const digits = chooseDigits(effect, own);
  const words = (limit: number) => nearZero(limit, digits)?.replace("just ", "") ?? signed(limit, digits);
  const quiet = {x: average, fill: "var(--ink-2)", ...HALO};
  return [
    label(words(effect.high), {...quiet, y: effect.high, dy: -11}),
    label(words(effect.low), {...quiet, y: effect.low, dy: 11})
  ];
}

/** Under a panel: years since joining, and how many schools are behind each; fewer of both where room is short. */
export function countsUnder(
  rows: readonly EventYear[],
  result: Result,
  {left, average, step, first, last}: EventPlace
): Plot.Markish[] {
  const schools = (at: EventTimeEffect | null) => (at === null ? "–" : count(at.schools));
  const widest = Math.max(...rows.map(({at}) => textWidth(schools(at), TEXT.small)));
  const every = Math.max(step < 24 ? 2 : 1, Math.ceil((widest + 6) / step));
  const shown = rows.filter(({year}) => year % every === 0);
  const under = {frameAnchor: "bottom", lineAnchor: "top"} as const;
  const axisLabel = {frameAnchor: "bottom-left", lineAnchor: "top", textAnchor: "start", dx: -left} as const;
  const quiet = {fill: "var(--ink-3)", fontSize: TEXT.small};
  return [
    Plot.text(shown, {...under, x: "year", dy: 7, text: (d: EventYear) => number(d.year, 0), fill: "var(--ink-2)"}),
    Plot.text(shown, {...under, x: "year", dy: 25, text: ({at}: EventYear) => schools(at), ...quiet}),
    label(count(result.schools), {...under, x: average, dy: 25}),
    label("Year", {...axisLabel, dy: 7, fill: "var(--ink-2)", fontSize: TEXT.body}),
    label("Schools", {...axisLabel, dy: 25}),
    label("Academic years since joining", {...under, x: (first + last) / 2, dy: 44})
  ];
}
