import * as Plot from "@observablehq/plot";
import {range as integers} from "d3";
import {leavesZero} from "./directions.js";
import {verdictLine} from "./effect-words.js";
import {signed} from "./format.js";
import {LOOKS} from "./look.js";
import {GRID, HALO, label, picture, tickDigits} from "./plot.js";
import type {PartnershipOutcome} from "./release.js";
import {alternative} from "./sentences.js";
import {linesOf, TEXT} from "./text-lines.js";
import {WINDOWS} from "./windows.js";

export type PanelSeries = PartnershipOutcome["series"];

interface Point {
  event_time: number;
  joined: number;
  similar: number;
}

/** A panel's years since joining and what was seen in them; NaN where there is nothing, so that lines break. */
export function everyEventTime(series: PanelSeries): Point[] {
  const times = series.map((d) => d.event_time);
  return integers(Math.min(...times), Math.max(...times) + 1).map((event_time) => {
    const found = series.find((d) => d.event_time === event_time);
    return {event_time, joined: found?.joined ?? NaN, similar: found?.similar ?? NaN};
  });
}

/** The lowest and highest of both lines, and zero. */
export function reach(series: PanelSeries): [number, number] {
  const values = series.flatMap(({joined, similar}) => [joined, similar]).filter((d) => d !== null);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/** A range `spanned` wide about the middle of what is shown, so that panels in different units can be held together. */
export function domainOf(series: PanelSeries, spanned: number | null): [number, number] {
  const [low, high] = reach(series);
  const wide = Math.max(spanned ?? 0, (high - low) * 1.2, 1e-6);
  const middle = (low + high) / 2;
  return [middle - wide / 2, middle + wide / 2];
}

export interface PanelFrame {
  name: string;
  width: number;
  /** Lines that the longest heading of the row of panels takes. */
  headingLines: number;
  /** How many standard deviations between schools every panel spans. */
  deviations: number;
  unit: string;
}

/** What stands over a panel, in lines: the measure, then what was found. */
export function panelLines(
  outcome: PartnershipOutcome,
  name: string,
  width: number
): {name: string[]; found: string[]} {
  return {
    name: linesOf(name, width, TEXT.title),
    found: linesOf(verdictLine(outcome.verdict, outcome.effect, outcome.digits), width, TEXT.body)
  };
}

/** One outcome of one partnership: its schools beside the similar schools chosen when they joined, as changes. */
export function outcomePanel(outcome: PartnershipOutcome, frame: PanelFrame): SVGSVGElement {
  const {role, series, sd, verdict} = outcome;
  const {width, headingLines, deviations, unit, name} = frame;
  const points = everyEventTime(series);
  const domain = domainOf(series, sd === null ? null : deviations * sd);
  const [top, bottom, left, right] = [headingLines * 19 + 32, 40, 40, 76];
  const height = top + 140 + bottom;
  const look = LOOKS[role];
  const years = points.map((d) => d.event_time);
  const lines = panelLines(outcome, name, width);
  const at = {frameAnchor: "top-left", textAnchor: "start", lineAnchor: "top", dx: -left + 2} as const;
  const [from, to] = [Math.max(WINDOWS.base[0], years[0]!) - 0.5, WINDOWS.base[1] + 0.5];
  const [y1, y2] = domain;
  const digits = tickDigits(domain, 4);
  const step = years.length > 8 ? 2 : 1;
  return picture(
    alternative(
      `Line chart of ${name}, ${look.name.toLowerCase()} and similar schools, by years since joining`,
      outcome.sentence
    ),
    {
      width,
      height,
      marginTop: top,
      marginBottom: bottom,
      marginLeft: left,
      marginRight: right,
      x: {domain: [years[0]! - 0.5, years.at(-1)! + 0.5], axis: null},
      y: {domain, axis: null},
      marks: [
        to > from ? Plot.rect([0], {x1: from, x2: to, y1, y2, fill: "var(--wash)"}) : null,
        Plot.gridY({ticks: 4, ...GRID}),
        Plot.axisY({
          ticks: 4,
          tickSize: 0,
          label: null,
          fill: "var(--ink-2)",
          fontSize: TEXT.small,
          tickFormat: (d: number) => signed(d, digits)
        }),
        Plot.ruleY([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
        Plot.ruleX([-0.5], {stroke: "var(--ink-3)", strokeDasharray: "2,3"}),
        Plot.lineY(points, {
          x: "event_time",
          y: "similar",
          stroke: () => LOOKS.similar.colour,
          strokeWidth: LOOKS.similar.width
        }),
        Plot.dot(points.filter(isAlone), {x: "event_time", y: "similar", r: 2, fill: () => LOOKS.similar.colour}),
        Plot.lineY(points, {x: "event_time", y: "joined", stroke: () => look.colour, strokeWidth: look.width}),
        Plot.dot(points, {
          x: "event_time",
          y: "joined",
          symbol: look.symbol,
          r: 3,
          fill: () => (leavesZero(verdict) ? look.colour : "var(--paper)"),
          stroke: () => look.colour
        }),
        endNames(points, {role: look, domain, height: 140}),
        lines.name.map((words, i) =>
          label(words, {...at, dy: i * 18 - top + 2, fontSize: TEXT.title, fontWeight: 600, fill: "var(--ink)"})
        ),
        lines.found.map((words, i) =>
          label(words, {...at, dy: (lines.name.length + i) * 18 - top + 3, fontSize: TEXT.body, fill: "var(--ink-2)"})
        ),
        label(`change, ${unit}`, {...at, dy: -19}),
        label("joined →", {x: -0.5, ...joinedAt(points, domain), dx: 3, textAnchor: "start", ...HALO}),
        Plot.text(
          years.filter((year) => year % step === 0),
          {
            x: (d: number) => d,
            frameAnchor: "bottom",
            dy: 14,
            text: (d: number) => signed(d, 0),
            fill: "var(--ink-2)",
            fontSize: TEXT.small
          }
        ),
        label("years since joining", {frameAnchor: "bottom", dy: 30})
      ]
    }
  );
}

/** Whether similar schools have a figure in a year and in neither beside it, so that no line can show it. */
const isAlone = ({similar}: Point, i: number, points: readonly Point[]): boolean =>
  Number.isFinite(similar) && ![points[i - 1], points[i + 1]].some((d) => d && Number.isFinite(d.similar));

/** Above or below the lines after joining, where there is more room. */
function joinedAt(points: ReturnType<typeof everyEventTime>, [low, high]: readonly [number, number]) {
  const after = points.filter(({event_time}) => event_time >= 0).flatMap(({joined, similar}) => [joined, similar]);
  const seen = after.filter(Number.isFinite);
  return high - Math.max(...seen) > Math.min(...seen) - low
    ? ({frameAnchor: "top", dy: 4} as const)
    : ({frameAnchor: "bottom", dy: -4} as const);
}

/** The names of both lines at their ends, kept apart where the ends are close. */
function endNames(
  points: ReturnType<typeof everyEventTime>,
  {role, domain, height}: {role: (typeof LOOKS)[keyof typeof LOOKS]; domain: readonly [number, number]; height: number}
): Plot.Markish[] {
  const ends = (["joined", "similar"] as const).flatMap((group) => {
    const last = points.filter((d) => Number.isFinite(d[group])).at(-1);
    return last ? [{group, x: last.event_time, y: last[group]}] : [];
  });
  const px = (value: number) => ((domain[1] - value) / (domain[1] - domain[0])) * height;
  const [a, b] = ends;
  const apart = a && b ? Math.max(0, 16 - Math.abs(px(a.y) - px(b.y))) / 2 : 0;
  const isAbove = a && b ? a.y >= b.y : true;
  return ends.map(({group, x, y}) => {
    const look = group === "joined" ? role : LOOKS.similar;
    const up = (group === "joined") === isAbove;
    return label(look.brief, {
      x,
      y,
      dx: 7,
      dy: up ? -apart : apart,
      textAnchor: "start",
      fill: look.textColour,
      fontWeight: group === "joined" ? 600 : 400
    });
  });
}
