import * as Plot from "@observablehq/plot";
import {isOneSided, leavesZero} from "./directions.js";
import type {EventPlace, EventYear} from "./event-time-panel.js";
import {signed} from "./format.js";
import {LOOKS} from "./look.js";
import {GRID, tickDigits} from "./plot.js";
import type {EventTimeEffect, Result, Role} from "./release.js";
import {WINDOWS} from "./windows.js";

const TICKS = 5;

/** Behind the marks: base years, what is too small to matter, the grid with its values, zero, and the moment of joining. */
export function eventScaffold(
  {worth}: Pick<Result, "worth">,
  {domain, place: {first, last, average}}: {domain: [number, number]; place: EventPlace}
): Plot.Markish[] {
  const [y1, y2] = domain;
  const parts = [
    {x1: first - 0.5, x2: last + 0.5},
    {x1: average - 0.9, x2: average + 0.9}
  ];
  const base = {x1: Math.max(WINDOWS.base[0], first) - 0.5, x2: WINDOWS.base[1] + 0.5};
  return [
    base.x2 > base.x1 ? Plot.rect([{...base, y1, y2}], {...BOX, fill: "var(--wash)"}) : null,
    Plot.rect([{...parts[1], y1: -worth.value, y2: worth.value}], {...BOX, fill: "var(--wash)"}),
    ...parts.map((part) => Plot.gridY({ticks: TICKS, ...GRID, ...part})),
    Plot.axisY({
      ticks: TICKS,
      tickSize: 0,
      tickPadding: 8,
      label: null,
      fill: "var(--ink-2)",
      tickFormat: (value: number) => signed(value, tickDigits(domain, TICKS))
    }),
    ...parts.map((part) => Plot.ruleY([0], {stroke: "var(--ink)", strokeWidth: 1.25, ...part})),
    first < 0 ? Plot.ruleX([-0.5], {stroke: "var(--ink-3)", strokeDasharray: "2,3"}) : null
  ];
}

const BOX = {x1: "x1", x2: "x2", y1: "y1", y2: "y2"} as const;

/** The band of all years, and for each year its interval and dot: filled where the band leaves zero out. */
export function yearMarks(rows: readonly EventYear[], role: Role): Plot.Markish[] {
  const {colour, symbol} = LOOKS[role];
  const there = rows.flatMap(({at}) => (at === null ? [] : [at]));
  const sure = there.filter(({low}) => low !== null);
  const [before, after] = [there.filter((d) => d.event_time < 0), there.filter((d) => d.event_time >= 0)];
  const isSure = ({low}: EventTimeEffect) => low !== null;
  const isFilled = ({band_low, band_high}: EventTimeEffect) => isOneSided({low: band_low, high: band_high});
  const x = "event_time";
  return [
    ...band(rows, colour),
    Plot.ruleX(before.filter(isSure), {x, y1: "low", y2: "high", stroke: "var(--ink-3)", strokeWidth: 2}),
    Plot.ruleX(
      after.filter((d) => sure.includes(d)),
      {x, y1: "low", y2: "high", stroke: colour, strokeWidth: 4}
    ),
    Plot.dot(before, {x, y: "value", r: 3, fill: "var(--paper)", stroke: "var(--ink-3)", strokeWidth: 1.5}),
    Plot.dot(
      after.filter((d) => !isFilled(d)),
      {x, y: "value", r: 4.5, symbol, ...hollow(colour)}
    ),
    Plot.dot(after.filter(isFilled), {
      x,
      y: "value",
      r: 5,
      symbol,
      fill: colour,
      stroke: "var(--paper)",
      strokeWidth: 1
    })
  ];
}

const hollow = (colour: string) => ({fill: "var(--paper)", stroke: colour, strokeWidth: 2});

/** Pale, with an edge, because a pale band alone is hard to see. */
function band(rows: readonly EventYear[], colour: string): Plot.Markish[] {
  const points = rows.map(({year, at}) => ({year, low: at?.band_low ?? NaN, high: at?.band_high ?? NaN}));
  const edge = {x: "year", stroke: colour, strokeWidth: 1, strokeOpacity: 0.7};
  return [
    Plot.areaY(points, {x: "year", y1: "low", y2: "high", fill: colour, fillOpacity: 0.15}),
    Plot.line(points, {...edge, y: "low"}),
    Plot.line(points, {...edge, y: "high"})
  ];
}

/** The average of the years after joining, in a column of its own. */
export function averageMarks({effect, verdict, role}: Result, {average}: EventPlace): Plot.Markish[] {
  if (effect === null) return [];
  const {colour, symbol} = LOOKS[role];
  const filled = leavesZero(verdict) ? {fill: colour, stroke: "var(--paper)", strokeWidth: 1} : hollow(colour);
  return [
    effect.low === null
      ? null
      : Plot.ruleX([effect], {x: average, y1: "low", y2: "high", stroke: colour, strokeWidth: 6}),
    Plot.dot([effect], {x: average, y: "value", r: 6.5, symbol, ...filled})
  ];
}
