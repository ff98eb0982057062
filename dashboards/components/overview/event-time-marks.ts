import * as Plot from "@observablehq/plot";
import {isClaim, isOneSided, mayFill} from "../ui/directions.js";
import type {EventPlace, EventYear} from "./event-time-frame.js";
import {signed} from "../ui/format.js";
import {findLimits, type Family} from "./interval-family.js";
import {LOOKS} from "../chart/look.js";
import {GRID, tickDigits} from "../chart/plot.js";
import {rangeBars} from "../chart/range-bars.js";
import type {EventTimeEffect, Result} from "../ui/release.js";
import {WINDOWS} from "../chart/windows.js";

const TICKS = 5;

/** Behind the marks: base years, what is too small to matter, the grid with its values, zero, and the moment of joining. */
export function eventScaffold(
  {smallest_effect}: Pick<Result, "smallest_effect">,
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
    Plot.rect([{...parts[1], y1: -smallest_effect.value, y2: smallest_effect.value}], {...BOX, fill: "var(--wash)"}),
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

/** Both assumptions as lines with the band between them, and for each year the range of both with one interval. */
export function yearMarks(
  rows: readonly EventYear[],
  {role, verdict}: Pick<Result, "role" | "verdict">,
  {family, shortest}: {family: Family; shortest: number}
): Plot.Markish[] {
  const there = rows.flatMap(({at}) => (at === null ? [] : [at]));
  const {colour} = LOOKS[role];
  const bars = (mine: EventTimeEffect[], shade: string) =>
    rangeBars(mine, {
      along: "y",
      at: ({event_time}) => event_time,
      of: (d) => ({...d, ...findLimits(d, family)}),
      colour: shade,
      isFilled: (d) => mayFill(verdict) && isOneSided(d),
      shortest
    });
  return [
    ...bothLines(rows, colour),
    ...bars(
      there.filter((d) => d.event_time < 0),
      "var(--ink-3)"
    ),
    ...bars(
      there.filter((d) => d.event_time >= 0),
      colour
    )
  ];
}

/** One assumption a solid line, the other a dashed one; both break at joining, and where a year has no effect. */
function bothLines(rows: readonly EventYear[], colour: string): Plot.Markish[] {
  const points = rows.flatMap(({year, at}) => {
    const point = {year, a: at?.same_trend.value ?? NaN, b: at?.same_past.value ?? NaN};
    return year === 0 ? [{year: -0.5, a: NaN, b: NaN}, point] : [point];
  });
  return [
    Plot.areaY(points, {x: "year", y1: "a", y2: "b", fill: colour, fillOpacity: 0.15}),
    Plot.line(points, {x: "year", y: "a", stroke: colour, strokeWidth: 1.5}),
    Plot.line(points, {x: "year", y: "b", stroke: colour, strokeWidth: 1.5, strokeDasharray: "4,3"})
  ];
}

/** The mean of the years since joining, in a column of its own. */
export const averageMarks = (
  {effect, verdict, role}: Result,
  {average}: EventPlace,
  shortest: number
): Plot.Markish[] =>
  effect === null
    ? []
    : rangeBars([effect], {
        along: "y",
        at: () => average,
        of: (d) => d,
        colour: LOOKS[role].colour,
        isFilled: () => isClaim(verdict),
        shortest,
        thick: 15
      });
