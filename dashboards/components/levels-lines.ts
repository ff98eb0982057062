import * as Plot from "@observablehq/plot";
import type {Point} from "./levels-panel.js";
import {LOOKS, who} from "./look.js";
import type {Role} from "./release.js";

/** Lines, dots and bands of all groups, the schools in the role last and the year before joining hollow. */
export function levelLines(series: readonly Point[][], role: Role): Plot.Markish[] {
  const look = ({group}: Point) => LOOKS[who(group, role)];
  const joined = series.at(-1)!;
  const [all, ...banded] = series;
  const line = (points: Point[]) => {
    const {colour, width, dashes} = look(points[0]!);
    return Plot.line(points, {x: "year", y: "value", stroke: colour, strokeWidth: width, strokeDasharray: dashes});
  };
  const dots = (points: Point[]) => {
    const {colour, symbol} = look(points[0]!);
    return Plot.dot(points, {
      x: "year",
      y: "value",
      symbol,
      r: points === joined ? 3 : 2,
      fill: colour,
      stroke: "none"
    });
  };
  const {colour, symbol} = look(joined[0]!);
  const yearBefore = joined.filter(({year, value}) => year === -1 && Number.isFinite(value));
  return [
    ...banded.flatMap((points) => band(points, look(points[0]!).colour)),
    line(all!),
    ...banded.map(line),
    ...banded.map(dots),
    Plot.dot(yearBefore, {x: "year", y: "value", r: 5, symbol, fill: "var(--paper)", stroke: colour, strokeWidth: 2})
  ];
}

/** A 95 % band with an edge, because a pale band alone is hard to see; an upright line for a year that stands alone. */
function band(points: readonly Point[], colour: string): Plot.Markish[] {
  const edge = {x: "year", stroke: colour, strokeWidth: 1, strokeOpacity: 0.6};
  const hasBand = (point: Point | undefined) => point !== undefined && Number.isFinite(point.low);
  const alone = points.filter((d, i) => hasBand(d) && !hasBand(points[i - 1]) && !hasBand(points[i + 1]));
  return [
    Plot.ruleX(alone, {...edge, y1: "low", y2: "high"}),
    Plot.areaY(points, {x: "year", y1: "low", y2: "high", fill: colour, fillOpacity: 0.14}),
    Plot.line(points, {...edge, y: "low"}),
    Plot.line(points, {...edge, y: "high"})
  ];
}
