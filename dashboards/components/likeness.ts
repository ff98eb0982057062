import * as Plot from "@observablehq/plot";
import {number} from "./format.js";
import {HALO, label, picture} from "./plot.js";
import type {Balance} from "./release.js";
import {alternative} from "./sentences.js";
import {TEXT, textWidth} from "./text-lines.js";

type Row = Balance["rows"][number];

/** Standardised mean differences up to which schools are alike, and above which they cannot be compared. */
export const ZONES = {good: 0.05, limit: 0.25} as const;

/** Room beside the chart for half a number, in px. */
const EDGE = 16;

/** What a difference left between the two groups means. */
export function zoneOf(difference: number): "alike" | "adjusted for" | "not comparable" {
  const size = Math.abs(difference);
  return size <= ZONES.good ? "alike" : size <= ZONES.limit ? "adjusted for" : "not comparable";
}

/** “Largest difference left: 0.14 standard deviations”. */
export const likenessTitle = ({largest_after: largest}: Balance): string =>
  `Largest difference left: ${number(Math.abs(largest), 2)} standard deviations`;

/** The largest difference before choosing comparators first. */
export const byDifference = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => Math.abs(b.before) - Math.abs(a.before));

/** How far schools that joined and those they are compared with were apart before joining, before and after choosing. */
export function likeness(balance: Balance, {width}: {width: number}): SVGSVGElement {
  const rows = byDifference(balance.rows).map((row, i) => ({
    ...row,
    at: i,
    before: Math.abs(row.before),
    after: Math.abs(row.after)
  }));
  const wide = width >= 560;
  const left = wide ? Math.max(...rows.map((row) => textWidth(row.label, TEXT.body))) + 16 : EDGE;
  const step = wide ? 28 : 44;
  const end = Math.max(0.5, ...rows.flatMap(({before, after}) => [before, after])) * 1.08;
  const on = (row: (typeof rows)[number]) => row.at + (wide ? 0 : 0.24);
  const px = (width - left - EDGE) / end;
  const fits = (words: string, room: number) => textWidth(words, TEXT.small) <= room * px;
  const zones = [
    {name: "alike", from: 0, to: ZONES.good},
    {name: "adjusted for", from: ZONES.good, to: ZONES.limit},
    {name: "not comparable", from: ZONES.limit, to: end}
  ].filter(({name, from, to}) => fits(name, to - from));
  const ticks = [...(fits("0.00 0", ZONES.good) ? [0] : []), ZONES.good, ZONES.limit, 0.5, 1, 2];
  const shown = "Dot chart of how far schools that joined were from those compared with, before joining";
  return picture(alternative(shown, `${likenessTitle(balance)}.`), {
    width,
    height: rows.length * step + 84,
    marginLeft: left,
    marginRight: EDGE,
    marginTop: 44,
    marginBottom: 40,
    x: {domain: [0, end], axis: null},
    y: {domain: [-0.5, rows.length - 0.5], reverse: true, axis: null},
    marks: [
      Plot.rect([0], {x1: 0, x2: ZONES.limit, fill: "var(--wash)"}),
      Plot.ruleX([ZONES.good, ZONES.limit], {stroke: "var(--ink-3)", strokeDasharray: "2,3"}),
      Plot.ruleX([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
      Plot.axisX(
        ticks.filter((tick) => tick <= end),
        {tickSize: 0, label: null, fill: "var(--ink-2)", tickFormat: (tick: number) => number(tick, 2)}
      ),
      ...zones.map(({name, from, to}) => label(name, {x: (from + to) / 2, frameAnchor: "top", dy: -12})),
      Plot.link(rows, {x1: "before", x2: "after", y1: on, y2: on, stroke: "var(--similar)"}),
      Plot.dot(rows, {x: "before", y: on, r: 4.5, fill: "var(--paper)", stroke: "var(--ink-3)", strokeWidth: 1.5}),
      Plot.dot(rows, {x: "after", y: on, r: 5, fill: "var(--ink)", stroke: "var(--paper)"}),
      Plot.text(rows, {
        frameAnchor: "left",
        y: (row: (typeof rows)[number]) => row.at - (wide ? 0 : 0.24),
        dx: wide ? -left : 1 - EDGE,
        text: "label",
        textAnchor: "start",
        fill: "var(--ink)",
        ...HALO
      }),
      label("Difference before joining, in standard deviations", {
        frameAnchor: "top-left",
        dx: wide ? -left : 1 - EDGE,
        dy: -42,
        textAnchor: "start",
        lineAnchor: "top"
      })
    ]
  });
}
