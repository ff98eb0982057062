import * as Plot from "@observablehq/plot";
import type {PathPoint} from "school-partnerships/whom-to-help";
import {describePicture, GRID, HALO, label, picture, tickDigits} from "../chart/plot.js";
import {TEXT} from "../chart/text-lines.js";
import {number, signed} from "../ui/format.js";

/** Where schools chosen by a rule in earlier years stood before and after, and where those it chooses now have stood so far. */
export function whomPath(
  {earlier, now}: {earlier: readonly PathPoint[]; now: readonly PathPoint[]},
  width: number
): SVGSVGElement {
  const points = [...earlier, ...now].flatMap(({mean}) => (mean === null ? [] : [mean]));
  const low = Math.min(...points, 0);
  const domain: [number, number] = [low * 1.15, Math.max(0.1, ...points) * 1.1];
  const gap = (rows: readonly PathPoint[]) => rows.map((row) => ({...row, mean: row.mean ?? NaN}));
  const at = (rows: readonly PathPoint[], e: number) => rows.find(({event_time}) => event_time === e)?.mean ?? null;
  const [from, to] = [at(earlier, 0), at(earlier, 3)];
  const found =
    from === null || to === null
      ? "Too few earlier schools to follow."
      : `Earlier schools stood at ${signed(from, 2)} in the year they were chosen and at ${signed(to, 2)} three years later.`;
  const [top, left] = [34, 52];
  const last = earlier.at(-1);
  return picture(describePicture("Lines of where schools stood, by years from being chosen", found), {
    width,
    height: 280,
    marginLeft: left,
    marginRight: 96,
    marginTop: top,
    marginBottom: 44,
    x: {domain: [-3, 3], axis: null},
    y: {domain, axis: null},
    marks: [
      Plot.gridY({ticks: 5, ...GRID}),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        tickPadding: 8,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (v: number) => signed(v, tickDigits(domain, 5))
      }),
      Plot.axisX({
        ticks: [-3, -2, -1, 0, 1, 2, 3],
        tickSize: 0,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (v: number) => number(v, 0)
      }),
      Plot.ruleY([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
      Plot.ruleX([0], {stroke: "var(--edge)", strokeDasharray: "2,3"}),
      Plot.line(gap(earlier), {x: "event_time", y: "mean", stroke: "var(--similar)", strokeWidth: 2}),
      Plot.dot(gap(earlier), {x: "event_time", y: "mean", r: 3, fill: "var(--similar)"}),
      Plot.line(gap(now), {x: "event_time", y: "mean", stroke: "var(--ink)", strokeWidth: 2.5}),
      Plot.dot(gap(now), {x: "event_time", y: "mean", r: 4, symbol: "square", fill: "var(--ink)"}),
      ...(last?.mean == null
        ? []
        : [label("Earlier schools", {x: 3, y: last.mean, dx: 8, textAnchor: "start", fill: "var(--ink-3)", ...HALO})]),
      ...(now.at(-1)?.mean == null
        ? []
        : [
            label("Now", {
              x: 0,
              y: now.at(-1)!.mean!,
              dx: 9,
              dy: 14,
              textAnchor: "start",
              fill: "var(--ink)",
              fontSize: TEXT.body,
              ...HALO
            })
          ]),
      label("Standard deviations from the mean of all schools", {
        frameAnchor: "top-left",
        lineAnchor: "top",
        textAnchor: "start",
        dx: -left,
        dy: 4 - top
      }),
      label("Years from being chosen", {frameAnchor: "bottom", lineAnchor: "bottom", dy: 42})
    ]
  });
}
