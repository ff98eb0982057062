import * as Plot from "@observablehq/plot";
import {extent, mean, range as integers} from "d3";
import {capital, number, signed, small} from "./format.js";
import {LOOKS} from "./look.js";
import type {Misleading} from "./naive-fair.js";
import {panelHeads} from "./panel-heads.js";
import {GRID, HALO, label, picture, tickDigits} from "./plot.js";
import type {EventTimeEffect, MeasureNote} from "./release.js";
import {alternative} from "./sentences.js";
import {TEXT} from "./text-lines.js";
import {WINDOWS} from "./windows.js";

/** A year of both lines; that of similar schools is moved to start level with the other. */
export interface NaiveLevel {
  event_time: number;
  joined: number;
  similar: number;
}

const within = (event_time: number, [from, to]: readonly [number, number]): boolean =>
  event_time >= from && event_time <= to;

/** Both lines from one level in the base years; NaN in years without a result, so that lines break there. */
export function fromOneLevel(effects: readonly EventTimeEffect[]): NaiveLevel[] {
  const there = effects.filter((d) => d.joined !== null && d.similar !== null);
  const base = there.filter((d) => within(d.event_time, WINDOWS.base));
  const apart = mean(base, (d) => d.joined! - d.similar!) ?? 0;
  const found = new Map(there.map((d) => [d.event_time, d]));
  const [first, last] = extent(found.keys()) as [number, number];
  return integers(first, last + 1).map((event_time) => {
    const d = found.get(event_time);
    return {event_time, joined: d?.joined ?? NaN, similar: d ? d.similar! + apart : NaN};
  });
}

/** Schools that joined and schools like them, from one level, with the before-and-after figure marked where it is taken. */
export function naiveLevels(
  {event_times, naive: {naive}, role, unit, digits, schools}: Misleading,
  {measure, width}: {measure: MeasureNote; width: number}
): SVGSVGElement {
  const {colour, textColour, name, brief} = LOOKS[role];
  const rows = fromOneLevel(event_times);
  const [left, right, top, bottom, height] = [46, 84, 66, 48, 340];
  const {after, before} = WINDOWS.naive;
  const dip = rows.find((d) => d.event_time === before && Number.isFinite(d.joined));
  const years = rows.map((d) => d.event_time);
  const domain = extent(rows.flatMap((d) => [d.joined, d.similar]).filter(Number.isFinite)) as [number, number];
  const x = "event_time";
  const last = rows.findLast((d) => Number.isFinite(d.joined))!;
  const apart = Math.sign(last.joined - last.similar) || 1;
  const end = {x: last.event_time, dx: 8, textAnchor: "start", fontSize: TEXT.body} as const;
  const shown = `Line chart of the ${small(measure.subject)} in ${small(name)} and similar schools by years since joining`;
  const found = `From the year before joining to the first three years after it, ${small(name)} changed by ${signed(naive, digits)} ${unit} (${number(schools, 0)} schools).`;
  return picture(alternative(shown, found), {
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    x: {domain: [years[0]! - 0.5, years.at(-1)! + 0.5], axis: null},
    y: {domain, nice: true, axis: null},
    marks: [
      Plot.rect([WINDOWS.base], {
        x1: Math.max(WINDOWS.base[0], years[0]!) - 0.5,
        x2: WINDOWS.base[1] + 0.5,
        fill: "var(--wash)"
      }),
      Plot.gridY({ticks: 5, ...GRID}),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (v: number) => number(v, tickDigits(domain, 5))
      }),
      Plot.ruleX([-0.5], {stroke: "var(--ink-3)", strokeDasharray: "2,3"}),
      Plot.line(rows, {x, y: "similar", stroke: LOOKS.similar.colour, strokeWidth: LOOKS.similar.width}),
      Plot.line(rows, {x, y: "joined", stroke: colour, strokeWidth: 2.5}),
      ...(dip ? beforeAndAfter(dip, {naive, digits, colour, years: after}) : []),
      label(brief, {...end, y: last.joined, dy: -8 * apart, fill: textColour, fontWeight: 600, ...HALO}),
      label("Similar", {...end, y: last.similar, dy: 8 * apart, fill: LOOKS.similar.textColour, ...HALO}),
      ...panelHeads(
        {name: ["Where before and after alone comes from"], axis: [capital(unit)]},
        {headingLines: 1, top, left}
      ),
      label("base years", {
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -4,
        x: (WINDOWS.base[0] + WINDOWS.base[1]) / 2
      }),
      Plot.text(years, {
        x: (e: number) => e,
        frameAnchor: "bottom",
        lineAnchor: "top",
        dy: 7,
        text: (e: number) => number(e, 0),
        fill: "var(--ink-2)"
      }),
      label("Academic years since joining", {frameAnchor: "bottom", lineAnchor: "top", dy: 28})
    ]
  });
}

/** The year before joining, the mean of the first years after it, and the step between them. */
function beforeAndAfter(
  dip: NaiveLevel,
  {
    naive,
    digits,
    colour,
    years: [from, to]
  }: {naive: number; digits: number; colour: string; years: readonly [number, number]}
): Plot.Markish[] {
  const [low, high] = [dip.joined, dip.joined + naive];
  const middle = (from + to) / 2;
  const quiet = {stroke: "var(--ink-3)", strokeDasharray: "4,3"} as const;
  return [
    Plot.link([dip], {x1: dip.event_time, y1: low, x2: to, y2: low, ...quiet}),
    Plot.link([dip], {x1: from, y1: high, x2: to, y2: high, ...quiet}),
    Plot.arrow([dip], {
      x1: middle,
      y1: low,
      x2: middle,
      y2: high,
      stroke: "var(--ink-3)",
      strokeWidth: 1.5,
      headLength: 6
    }),
    Plot.dot([dip], {x: "event_time", y: "joined", r: 5, fill: "var(--paper)", stroke: colour, strokeWidth: 2}),
    label(signed(naive, digits), {
      x: middle,
      y: (low + high) / 2,
      dx: 7,
      textAnchor: "start",
      fill: "var(--ink)",
      fontWeight: 600,
      ...HALO
    })
  ];
}
