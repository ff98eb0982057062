import * as Plot from "@observablehq/plot";
import {range as integers} from "d3";
import {capital, count, signed} from "../ui/format.js";
import {LOOKS, type Look} from "./look.js";
import {headsHeight, panelHeads} from "./panel-heads.js";
import {describePicture, GRID, HALO, label, picture, tickDigits} from "./plot.js";
import type {Rates, Role} from "../ui/release.js";
import {breakLines, TEXT, textWidth} from "./text-lines.js";
import {WINDOWS} from "./windows.js";

export type RatePath = Rates["path"];

/** A year of the axis; NaN where there is nothing, so that lines break. */
export interface PathPoint {
  event_time: number;
  schools: number;
  joined: number;
  same_trend: number;
  same_past: number;
  all: number;
}

/** Every year from the first to the last of a path. */
export function everyEventTime(path: RatePath): PathPoint[] {
  const times = path.map((d) => d.event_time);
  const none = {schools: 0, joined: NaN, same_trend: NaN, same_past: NaN, all: NaN};
  return integers(Math.min(...times), Math.max(...times) + 1).map(
    (event_time) => path.find((d) => d.event_time === event_time) ?? {event_time, ...none}
  );
}

/** The lowest and highest of all lines, and zero. */
export function reach(path: RatePath): [number, number] {
  const values = path.flatMap(({joined, same_trend, same_past, all}) => [joined, same_trend, same_past, all]);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/** A range `spanned` wide about the middle of what is shown, so that panels in different units can be compared. */
export function spanDomain(path: RatePath, spanned: number | null): [number, number] {
  const [low, high] = reach(path);
  const wide = Math.max(spanned ?? 0, (high - low) * 1.1, 1e-6);
  const middle = (low + high) / 2;
  return [middle - wide / 2, middle + wide / 2];
}

export interface PathFrame {
  /** Whose it is, or of what. */
  name: string;
  /** What was found, and in a sentence for those who cannot see it. */
  found: string;
  sentence: string;
  role: Role;
  unit: string;
  width: number;
  height: number;
  headingLines: number;
  domain: readonly [number, number];
}

/** Lines of a panel’s heading. */
export const pathHeading = ({name, found}: Pick<PathFrame, "name" | "found">, width: number) => ({
  name: breakLines(name, width, TEXT.title),
  found: breakLines(found, width, TEXT.title)
});

/** Change since the base of schools that joined, of what was expected of them under both assumptions, and of all schools. */
export function pathPanel(path: RatePath, frame: PathFrame): SVGSVGElement {
  const {role, unit, width, height, headingLines, domain} = frame;
  const points = everyEventTime(path);
  const years = points.map((d) => d.event_time);
  const [first, last] = [years[0], years.at(-1)!];
  const axis = breakLines(`${capital(unit)}, change since the base years`, width, TEXT.small);
  const [top, bottom, left, right] = [headsHeight(headingLines, axis.length), 60, 46, 82];
  const look = LOOKS[role];
  const base = {from: Math.max(WINDOWS.base[0], first) - 0.5, to: WINDOWS.base[1] + 0.5};
  const [y1, y2] = domain;
  const x = "event_time";
  const line = (y: "joined" | "same_trend" | "same_past" | "all", options: Plot.LineOptions) =>
    Plot.line(points, {x, y, ...options});
  const step = (width - left - right) / years.length;
  return picture(
    describePicture(
      `Line chart of the change in ${look.name.toLowerCase()} by years since joining, beside what was expected of them and all schools`,
      frame.sentence
    ),
    {
      width,
      height: top + height + bottom,
      marginTop: top,
      marginBottom: bottom,
      marginLeft: left,
      marginRight: right,
      x: {domain: [first - 0.5, last + 0.5], axis: null},
      y: {domain, axis: null},
      marks: [
        base.to > base.from ? Plot.rect([base], {x1: "from", x2: "to", y1, y2, fill: "var(--wash)"}) : null,
        Plot.gridY({ticks: 4, ...GRID}),
        Plot.axisY({
          ticks: 4,
          tickSize: 0,
          tickPadding: 6,
          label: null,
          fill: "var(--ink-2)",
          tickFormat: (d: number) => signed(d, tickDigits(domain, 4))
        }),
        Plot.ruleY([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
        first < 0 ? Plot.ruleX([-0.5], {stroke: "var(--ink-3)", strokeDasharray: "2,3"}) : null,
        Plot.areaY(points, {x, y1: "same_trend", y2: "same_past", fill: LOOKS.expected.colour, fillOpacity: 0.3}),
        line("all", {stroke: LOOKS.all.colour, strokeWidth: LOOKS.all.width, strokeDasharray: LOOKS.all.dashes}),
        line("same_trend", {stroke: LOOKS.expected.colour, strokeWidth: LOOKS.expected.width}),
        line("same_past", {stroke: LOOKS.expected.colour, strokeWidth: LOOKS.expected.width, strokeDasharray: "4,3"}),
        line("joined", {stroke: look.colour, strokeWidth: look.width}),
        Plot.dot(points, {x, y: "joined", symbol: look.symbol, r: 3, fill: look.colour}),
        endNames(points, {role: look, domain, height}),
        panelHeads({...pathHeading(frame, width), axis}, {headingLines, colour: look.textColour, top, left}),
        first < 0
          ? label("joined →", {
              x: -0.5,
              frameAnchor: "top",
              lineAnchor: "bottom",
              dy: -4,
              dx: 3,
              textAnchor: "start",
              fill: "var(--ink-2)"
            })
          : null,
        under(points, step)
      ]
    }
  );
}

/** Years and how many schools are behind each; fewer of both where room is short. */
function under(points: readonly PathPoint[], step: number): Plot.Markish[] {
  const widest = Math.max(...points.map(({schools}) => textWidth(count(schools), TEXT.small)));
  const shown = points.filter(
    ({event_time}) => event_time % Math.max(step < 24 ? 2 : 1, Math.ceil((widest + 6) / step)) === 0
  );
  const place = {x: "event_time", frameAnchor: "bottom", lineAnchor: "top", fontSize: TEXT.small} as const;
  const axisLabel = {frameAnchor: "bottom-right", lineAnchor: "top", textAnchor: "start", dx: 8} as const;
  return [
    Plot.text(shown, {...place, dy: 7, text: (d: PathPoint) => signed(d.event_time, 0), fill: "var(--ink-2)"}),
    Plot.text(shown, {
      ...place,
      dy: 24,
      text: (d: PathPoint) => (d.schools ? count(d.schools) : "–"),
      fill: "var(--ink-3)"
    }),
    label("Year", {...axisLabel, dy: 7}),
    label("Schools", {...axisLabel, dy: 24}),
    label("Academic years since joining", {frameAnchor: "bottom", lineAnchor: "top", dy: 42})
  ];
}

/** The names of the lines at their ends, kept apart where the ends are close. */
function endNames(
  points: readonly PathPoint[],
  {role, domain, height}: {role: Look; domain: readonly [number, number]; height: number}
): Plot.Markish[] {
  const px = (value: number) => ((domain[1] - value) / (domain[1] - domain[0])) * height;
  const ends = (
    [
      [(d: PathPoint) => d.joined, role.brief, role],
      [(d: PathPoint) => (d.same_trend + d.same_past) / 2, LOOKS.expected.brief, LOOKS.expected],
      [(d: PathPoint) => d.all, "All", LOOKS.all]
    ] as const
  ).flatMap(([of, name, look]) => {
    const end = points.filter((d) => Number.isFinite(of(d))).at(-1);
    return end ? [{name, look, at: px(of(end))}] : [];
  });
  ends.sort((a, b) => a.at - b.at);
  const apart = 16;
  for (const [i, end] of ends.entries()) end.at = Math.max(end.at, (ends[i - 1]?.at ?? 6 - apart) + apart);
  for (const [i, end] of [...ends.entries()].reverse())
    end.at = Math.min(end.at, (ends[i + 1]?.at ?? height - 6 + apart) - apart);
  return ends.map(({name, look, at}) =>
    label(name, {
      frameAnchor: "top-right",
      textAnchor: "start",
      lineAnchor: "middle",
      dx: 8,
      dy: at,
      fill: look.textColour,
      fontWeight: look === role ? 600 : 400,
      ...HALO
    })
  );
}
