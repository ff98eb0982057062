import * as Plot from "@observablehq/plot";
import {range as integers} from "d3";
import {academicYear, signed} from "./format.js";
import {GRID, HALO, label, picture} from "./plot.js";
import {MARGINS} from "./school-series.js";
import {yearsOf, type SchoolOutcome} from "./school-stretches.js";
import {alternative} from "./sentences.js";
import {TEXT} from "./text-lines.js";

export interface PositionPoint {
  year: number;
  value: number;
}

/** Every year of an outcome, with the position among all schools; NaN where there is none. */
export function positions(outcome: SchoolOutcome): PositionPoint[] {
  const found = new Map(outcome.years.map((year, i) => [year, outcome.bridged[i] ?? null]));
  const [first, last] = yearsOf(outcome);
  return integers(first, last + 1).map((year) => ({year, value: found.get(year) ?? NaN}));
}

export const hasPositions = ({bridged}: SchoolOutcome): boolean => bridged.some((d) => d !== null);

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
  const step = (width - MARGINS.left - MARGINS.right) / (last - first + 1);
  const every = Math.ceil(62 / step);
  const found = `In ${academicYear(newest.year)} it stood ${signed(newest.value, 2)} standard deviations from the mean.`;
  return picture(alternative(`Line chart of this school’s position among all schools, ${name}`, found), {
    width,
    height: 250,
    marginTop: 16,
    marginBottom: 30,
    marginLeft: MARGINS.left,
    marginRight: MARGINS.right,
    x: {domain: [first - 0.5, last + 0.5], axis: null},
    y: {domain: [Math.min(-0.5, ...values), Math.max(0.5, ...values)], nice: 5, axis: null},
    marks: [
      Plot.gridY({ticks: 5, ...GRID}),
      Plot.axisY({ticks: 5, tickSize: 0, label: null, fill: "var(--ink-2)", tickFormat: (d: number) => signed(d, 1)}),
      Plot.ruleY([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
      Plot.ruleX(breaks, {stroke: "var(--ink-2)", strokeDasharray: "5,3"}),
      Plot.lineY(points, {x: "year", y: "value", stroke: () => "var(--member)", strokeWidth: 2.5}),
      Plot.dot(points, {x: "year", y: "value", r: 3.5, fill: () => "var(--member)", stroke: "var(--paper)"}),
      label("mean of all schools", {
        x: first - 0.5,
        y: 0,
        dx: 4,
        dy: -8,
        textAnchor: "start",
        fill: "var(--ink-2)",
        ...HALO
      }),
      Plot.text(
        integers(first, last + 1).filter((_, i) => i % every === 0),
        {
          x: (d: number) => d,
          frameAnchor: "bottom",
          dy: 16,
          text: academicYear,
          fill: "var(--ink-2)",
          fontSize: TEXT.small
        }
      )
    ]
  });
}
