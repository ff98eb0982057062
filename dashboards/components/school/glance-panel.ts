import * as Plot from "@observablehq/plot";
import {range as integers} from "d3";
import {headsHeight, panelHeads} from "../chart/panel-heads.js";
import {describePicture, GRID, picture} from "../chart/plot.js";
import {breakLines, TEXT} from "../chart/text-lines.js";
import {academicYear, signed} from "../ui/format.js";
import type {BesideSimilar, Position} from "./similar-outcomes.js";
import {yearAxis} from "./year-axis.js";

export interface GlanceFrame {
  width: number;
  headingLines: number;
  /** The same in every panel: equal heights are equal positions. */
  domain: readonly [number, number];
}

const [LEFT, RIGHT, PLOT, BOTTOM] = [40, 14, 120, 26];

/** Lines of a panel’s heading. */
export const glanceHeading = ({measure, own}: BesideSimilar, width: number) => ({
  name: breakLines(measure.label, width, TEXT.title),
  found: breakLines(sayNewest(own.points), width, TEXT.title)
});

const newest = (points: readonly Position[]): Position => points.findLast(({value}) => !Number.isNaN(value))!;

function sayNewest(points: readonly Position[]): string {
  const {year, value} = newest(points);
  return `${academicYear(year)}: ${signed(value, 1)}`;
}

/** Which way is better, where one is. */
const sayBetter = (better: BesideSimilar["measure"]["better"]): string =>
  better === "neither" ? "" : `, ${better === "lower" ? "↓" : "↑"} better`;

/** A school’s position by year in ink, those of the schools most like it in grey, zero the mean of all schools. */
export function glancePanel(beside: BesideSimilar, {width, headingLines, domain}: GlanceFrame): SVGSVGElement {
  const {measure, own, similar} = beside;
  const years = own.points.map(({year}) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const axis = breakLines(`Position${sayBetter(measure.better)}`, width, TEXT.small);
  const top = headsHeight(headingLines, axis.length);
  const everyYear = ({points}: {points: readonly Position[]}, of: number) =>
    integers(first, last + 1).map((year) => ({
      ...{of, year},
      value: points.find((d) => d.year === year)?.value ?? NaN
    }));
  const grey = similar.flatMap(everyYear);
  const mine = everyYear(own, 0);
  return picture(
    describePicture(
      `Lines of this school’s position among all schools in ${measure.label}, and of ${similar.length} similar schools`,
      `In ${academicYear(newest(own.points).year)} it stood ${signed(newest(own.points).value, 1)} standard deviations from the mean.`
    ),
    {
      width,
      height: top + PLOT + BOTTOM,
      ...{marginTop: top, marginBottom: BOTTOM, marginLeft: LEFT, marginRight: RIGHT},
      x: {domain: [first - 0.4, last + 0.4], axis: null},
      y: {domain, axis: null, clamp: true},
      marks: [
        Plot.gridY({ticks: 4, ...GRID}),
        Plot.axisY({
          ...{ticks: 4, tickSize: 0, tickPadding: 6, label: null, fill: "var(--ink-2)"},
          tickFormat: (d: number) => signed(d, 0)
        }),
        Plot.ruleY([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
        Plot.lineY(grey, {x: "year", y: "value", z: "of", stroke: () => "var(--similar)", strokeWidth: 1}),
        Plot.dot(grey, {x: "year", y: "value", r: 1.5, fill: () => "var(--similar)"}),
        Plot.lineY(mine, {x: "year", y: "value", stroke: () => "var(--member)", strokeWidth: 2.5}),
        Plot.dot(mine, {x: "year", y: "value", r: 3, fill: () => "var(--member)", stroke: "var(--paper)"}),
        yearAxis([first, last], (width - LEFT - RIGHT) / (last - first + 1)),
        panelHeads({...glanceHeading(beside, width), axis}, {headingLines, top, left: LEFT})
      ]
    }
  );
}
