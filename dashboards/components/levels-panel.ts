import * as Plot from "@observablehq/plot";
import {scaleLinear} from "d3";
import {count, number, signed} from "./format.js";
import {LOOKS, who} from "./look.js";
import {GRID, HALO, picture, tickDigits} from "./plot.js";
import type {ComparisonNote, Group, Level} from "./release.js";
import {alternative, finding, heading, type Scale} from "./sentences.js";
import {linesOf, TEXT, textWidth} from "./text-lines.js";

export interface Frame {
  scale: Scale;
  axis: string;
  digits: number;
  width: number;
  years: readonly number[];
  domain: readonly [number, number];
  headingLines: number;
  axisLines: readonly string[];
}

/** First and last year of the base window, in years since joining. */
const BASE = [-4, -2] as const;
const GROUPS: readonly Group[] = ["all", "similar", "joined"];
const PLOT_HEIGHT = 252;
const LEFT = 46;
const RIGHT = 80;
const UNDER = 66;

/** Who the panel is of, and what was found. */
export const panelHeading = (
  comparison: ComparisonNote,
  {scale, digits}: Pick<Frame, "scale" | "digits">
): string[] => {
  const {glyph, name} = LOOKS[comparison.role];
  return [`${glyph} ${name}`, heading(comparison, scale, digits)];
};

/** A value for every year of the axis; NaN where there is none, so that no line is drawn across a gap. */
function filled(levels: readonly Level[], group: Group, years: readonly number[]) {
  const found = new Map(levels.filter((d) => d.group === group).map((d) => [d.event_time, d]));
  return years.map((year) => {
    const {value, low, high, schools} = found.get(year) ?? {value: null, low: null, high: null, schools: 0};
    return {group, year, value: value ?? NaN, low: low ?? NaN, high: high ?? NaN, schools};
  });
}

type Point = ReturnType<typeof filled>[number];

/** The mean of a role's schools by years since joining, with similar schools and all schools. */
export function levelsPanel(comparison: ComparisonNote, frame: Frame): SVGSVGElement {
  const {scale, width, years, axisLines} = frame;
  const {role} = comparison;
  const look = (group: Group) => LOOKS[who(group, role)];
  const series = GROUPS.map((group) => filled(comparison.levels, group, years));
  const joined = series.at(-1)!;
  const top = frame.headingLines * 19 + axisLines.length * 15 + 34;
  const height = top + PLOT_HEIGHT + UNDER;
  const y = scaleLinear(frame.domain, [height - UNDER, top]).nice(5);
  const domain = y.domain() as [number, number];
  const step = (width - LEFT - RIGHT) / years.length;
  const widest = Math.max(...joined.map((d) => textWidth(count(d.schools), TEXT.small)));
  const every = Math.ceil((widest + 6) / step);
  const labelled = joined.filter((d) => d.year % every === 0);
  const before = joined.filter((d) => d.year === -1 && Number.isFinite(d.value));
  const lines = panelHeading(comparison, frame).map((text) => linesOf(text, width, TEXT.title));
  const inside = (from: number, to: number) => [Math.max(from, years[0]!) - 0.5, Math.min(to, years.at(-1)!) + 0.5];
  const [baseStart, baseEnd] = inside(...BASE) as [number, number];
  const left = {frameAnchor: "top-left", dx: -LEFT, textAnchor: "start", lineAnchor: "top"} as const;
  const under = {frameAnchor: "bottom", lineAnchor: "top"} as const;
  const shown = `Line chart of the ${scale.subject} in ${look("joined").name.toLowerCase()}, similar schools and all schools, by years since joining`;

  return picture(alternative(shown, finding(comparison, scale, frame)), {
    width,
    height,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: top,
    marginBottom: UNDER,
    x: {domain: [years[0]! - 0.5, years.at(-1)! + 0.5], axis: null},
    y: {domain, axis: null},
    marks: [
      Plot.rect([0], {x1: baseStart, x2: baseEnd, y1: domain[0], y2: domain[1], fill: "var(--wash)"}),
      Plot.gridY({ticks: 5, ...GRID}),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        tickPadding: 6,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (value: number) => number(value, tickDigits(domain, 5))
      }),
      Plot.ruleX([-0.5], {stroke: "var(--ink-3)", strokeDasharray: "2,3"}),
      ...series.slice(1).flatMap((points) => band(points, look(points[0]!.group).colour)),
      ...series.map((points) => {
        const {colour, width: strokeWidth, dashes} = look(points[0]!.group);
        return Plot.line(points, {x: "year", y: "value", stroke: colour, strokeWidth, strokeDasharray: dashes});
      }),
      ...series.slice(1).map((points) => {
        const {colour, symbol} = look(points[0]!.group);
        const r = points === joined ? 3 : 2;
        return Plot.dot(points, {x: "year", y: "value", symbol, r, fill: colour, stroke: "none"});
      }),
      Plot.dot(before, {
        x: "year",
        y: "value",
        r: 5,
        symbol: look("joined").symbol,
        fill: "var(--paper)",
        stroke: look("joined").colour,
        strokeWidth: 2
      }),
      ...ends(series, y).map(({point, at}) =>
        Plot.text([point], {
          frameAnchor: "top-right",
          dx: 8,
          dy: at - top,
          text: () => look(point.group).brief,
          textAnchor: "start",
          lineAnchor: "middle",
          fill: look(point.group).textColour,
          fontWeight: point.group === "joined" ? 600 : 400
        })
      ),
      Plot.text([lines[0]!.join("\n")], {
        ...left,
        dy: 2 - top,
        text: (d) => d,
        fill: look("joined").textColour,
        fontSize: TEXT.title,
        fontWeight: 600
      }),
      Plot.text([lines[1]!.join("\n")], {
        ...left,
        dy: 21 - top,
        text: (d) => d,
        fontSize: TEXT.title,
        lineHeight: 1.25
      }),
      Plot.text([axisLines.join("\n")], {
        ...left,
        dy: 8 + frame.headingLines * 19 - top,
        text: (d) => d,
        fill: "var(--ink-3)",
        fontSize: TEXT.small,
        lineHeight: 1.25
      }),
      Plot.text([step * (baseEnd - baseStart) > 62 ? "base years" : "base"], {
        x: (baseStart + baseEnd) / 2,
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -4,
        text: (d) => d,
        fill: "var(--ink-3)",
        fontSize: TEXT.small
      }),
      Plot.text(["joined →"], {
        x: -0.5,
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -4,
        dx: 3,
        textAnchor: "start",
        text: (d) => d,
        fill: "var(--ink-2)",
        fontSize: TEXT.small
      }),
      Plot.text(labelled, {...under, x: "year", dy: 8, text: (d) => signed(d.year, 0), fill: "var(--ink-2)"}),
      Plot.text(labelled, {
        ...under,
        x: "year",
        dy: 27,
        text: (d) => count(d.schools),
        fill: "var(--ink-3)",
        fontSize: TEXT.small,
        ...HALO
      }),
      ...[
        {words: "Year", dy: 8},
        {words: "Schools", dy: 27}
      ].map(({words, dy}) =>
        Plot.text([words], {
          frameAnchor: "bottom-right",
          lineAnchor: "top",
          textAnchor: "start",
          dx: 8,
          dy,
          text: (d) => d,
          fill: "var(--ink-3)",
          fontSize: TEXT.small
        })
      ),
      Plot.text(["Academic years since joining"], {
        ...under,
        dy: 48,
        text: (d) => d,
        fill: "var(--ink-3)",
        fontSize: TEXT.small
      })
    ]
  });
}

/** A 95 % band with an edge, because a pale band alone is hard to see. */
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

/** Where each line's name goes: beside its last value, moved apart so that none lies on another. */
function ends(series: readonly Point[][], y: (value: number) => number): {point: Point; at: number}[] {
  const last = series.flatMap((points) => points.filter((d) => Number.isFinite(d.value)).slice(-1));
  const names = last.map((point) => ({point, at: y(point.value)})).sort((a, b) => a.at - b.at);
  const apart = 16;
  for (let i = 1; i < names.length; i++) names[i]!.at = Math.max(names[i]!.at, names[i - 1]!.at + apart);
  return names;
}
