import * as Plot from "@observablehq/plot";
import {range as integers, scaleLinear} from "d3";
import {academicYear, signed} from "../ui/format.js";
import {describePicture, GRID, HALO, label, picture} from "../chart/plot.js";
import {MARGINS} from "./school-series.js";
import {listYears, type SchoolOutcome} from "./series-spans.js";
import {TEXT, textWidth} from "../chart/text-lines.js";
import {yearAxis} from "./year-axis.js";

export interface PositionPoint {
  year: number;
  value: number;
}

/** Every year of an outcome, with the position among all schools; NaN where there is none. */
export function positions(outcome: SchoolOutcome): PositionPoint[] {
  const found = new Map(outcome.years.map((year, i) => [year, outcome.standardised[i] ?? null]));
  const [first, last] = listYears(outcome);
  return integers(first, last + 1).map((year) => ({year, value: found.get(year) ?? NaN}));
}

export const hasPositions = ({standardised}: SchoolOutcome): boolean => standardised.some((d) => d !== null);

const MEAN = "mean of all schools";
const [HEIGHT, TOP, BOTTOM] = [250, 16, 30];

/**
 * Where words on the line of zero keep furthest from the school’s own line: at the start or the end of the axis, above
 * or below. They are `years` wide; `place` gives a position its height in px.
 */
export function placeLabels(
  points: readonly PositionPoint[],
  {years, first, last, place}: {years: number; first: number; last: number; place: (position: number) => number}
): {side: "start" | "end"; dy: number} {
  const there = points.filter(({value}) => Number.isFinite(value));
  const choices = (["start", "end"] as const).flatMap((side) => {
    const near = there.filter(({year}) => (side === "start" ? year < first + years : year > last - years));
    return [-9, 10].map((dy) => {
      const apart = near.map(({value}) => Math.abs(place(value) - place(0) - dy));
      return {side, dy, room: Math.min(...apart, HEIGHT)};
    });
  });
  const {side, dy} = choices.reduce((one, other) => (other.room > one.room ? other : one));
  return {side, dy};
}

/** A school’s position among all mainstream schools of each year: the one scale that crosses changes in a measure. */
export function schoolPosition(
  points: readonly PositionPoint[],
  {
    name,
    width,
    years: [first, last],
    breaks
  }: {name: string; width: number; years: readonly [number, number]; breaks: readonly number[]}
): SVGSVGElement {
  const there = points.filter(({value}) => Number.isFinite(value));
  const values = there.map(({value}) => value);
  const newest = there.at(-1)!;
  const place = scaleLinear([Math.min(-0.5, ...values), Math.max(0.5, ...values)], [HEIGHT - BOTTOM, TOP]).nice(5);
  const step = (width - MARGINS.left - MARGINS.right) / (last - first + 1);
  const meanLabel = placeLabels(points, {years: textWidth(MEAN, TEXT.small) / step, first, last, place});
  const found = `In ${academicYear(newest.year)} it stood ${signed(newest.value, 2)} standard deviations from the mean.`;
  return picture(describePicture(`Line chart of this school’s position among all schools, ${name}`, found), {
    width,
    height: HEIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    marginLeft: MARGINS.left,
    marginRight: MARGINS.right,
    x: {domain: [first - 0.5, last + 0.5], axis: null},
    y: {domain: place.domain(), axis: null},
    marks: [
      Plot.gridY({ticks: 5, ...GRID}),
      Plot.axisY({ticks: 5, tickSize: 0, label: null, fill: "var(--ink-2)", tickFormat: (d: number) => signed(d, 1)}),
      Plot.ruleY([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
      Plot.ruleX(breaks, {stroke: "var(--ink-2)", strokeDasharray: "5,3"}),
      Plot.lineY(points, {x: "year", y: "value", stroke: () => "var(--member)", strokeWidth: 2.5}),
      Plot.dot(points, {x: "year", y: "value", r: 3.5, fill: () => "var(--member)", stroke: "var(--paper)"}),
      label(MEAN, {
        x: meanLabel.side === "start" ? first - 0.5 : last + 0.5,
        y: 0,
        dx: meanLabel.side === "start" ? 4 : -4,
        dy: meanLabel.dy,
        textAnchor: meanLabel.side,
        fill: "var(--ink-2)",
        ...HALO
      }),
      yearAxis([first, last], step)
    ]
  });
}
