import * as Plot from "@observablehq/plot";
import {html} from "htl";
import {counted, signed} from "../ui/format.js";
import {describePicture, GRID, HALO, label, picture, tickDigits} from "../chart/plot.js";
import type {Across} from "../ui/release.js";
import {limitPoints, QUANTILES} from "./spread-limits.js";
import {TEXT} from "../chart/text-lines.js";

export interface SpreadOptions {
  unit: string;
  digits: number;
  /** The sentence over the charts: what they show. */
  reported: string;
}

interface Frame extends SpreadOptions {
  width: number;
  domain: readonly [number, number];
}

const HEIGHT = 330;
const GREY = "var(--similar)";

/** Each partnership shrunken to the mean, and each as it came next to limits for its size: none of them named. */
export function spread(across: Across, {width, ...options}: SpreadOptions & {width: number}): HTMLElement {
  const two = width >= 700;
  const each = Math.min(two ? Math.floor((width - 24) / 2) : width, 760);
  const widest = limitPoints(across, QUANTILES["95%"], findEnds(across))[0];
  const values = [...across.units.flatMap(({raw, low, high}) => [raw, low, high]), widest.low, widest.high];
  const frame = {...options, width: each, domain: [Math.min(0, ...values), Math.max(0, ...values)] as const};
  return html`<div class=${`panels across-${two ? 2 : 1}`}>
    ${caterpillar(across, frame)} ${funnelPlot(across, frame)}
  </div>`;
}

const makeCommon = ({width, domain}: Frame) => ({
  width,
  height: HEIGHT,
  marginTop: 52,
  marginBottom: 44,
  marginLeft: 46,
  marginRight: 64,
  y: {domain, axis: null, nice: 5}
});

/** Title, unit, grid, zero and mean, alike on both charts. */
function behind(title: string, {domain, unit}: Frame, {mean}: Across): Plot.Markish[] {
  const digits = tickDigits(domain, 6);
  const above = {frameAnchor: "top-left", textAnchor: "start", dx: -44} as const;
  return [
    Plot.gridY({ticks: 6, ...GRID}),
    Plot.axisY({
      ticks: 6,
      tickSize: 0,
      label: null,
      fill: "var(--ink-2)",
      tickFormat: (d: number) => signed(d, digits)
    }),
    Plot.ruleY([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
    Plot.ruleY([mean.value], {stroke: "var(--ink-2)", strokeDasharray: "5,3"}),
    label(title, {...above, dy: -46, fontSize: TEXT.title, fontWeight: 600, fill: "var(--ink)"}),
    label(`Beyond what was expected, ${unit}`, {...above, dy: -26})
  ];
}

/** Where the funnel begins and ends: a little beyond what is least and best known; the widest limits come first. */
function findEnds({units}: Across): readonly [number, number] {
  const errors = units.map(({se}) => se);
  return [Math.max(...errors) * 1.05, Math.min(...errors) * 0.9];
}

function caterpillar(across: Across, frame: Frame): SVGSVGElement {
  const units = [...across.units].sort((a, b) => a.schools - b.schools).map((d, i) => ({...d, at: i}));
  const {low, high, value} = across.mean;
  const strip = low === null || high === null ? [] : [{low, high}];
  return picture(
    describePicture(
      `Dots with intervals of ${counted(units.length, "partnership")}, shrunken to their mean`,
      frame.reported
    ),
    {
      ...makeCommon(frame),
      x: {domain: [-1, units.length], axis: null},
      marks: [
        Plot.rect(strip, {x1: -1, x2: units.length, y1: "low", y2: "high", fill: "var(--wash)"}),
        behind("Each partnership, shrunken to the mean", frame, across),
        Plot.ruleX(units, {
          x: "at",
          y1: "low",
          y2: "high",
          stroke: GREY,
          strokeOpacity: 0.7,
          strokeWidth: units.length > 80 ? 1 : 2
        }),
        Plot.dot(units, {x: "at", y: "shrunken", r: units.length > 80 ? 2 : 3, fill: "var(--ink-3)"}),
        label("mean", {x: units.length, y: value, dx: 5, dy: -7, textAnchor: "start"}),
        label(signed(value, frame.digits), {x: units.length, y: value, dx: 5, dy: 7, textAnchor: "start"}),
        label("from few schools to many: the order says nothing else", {frameAnchor: "bottom", dy: 18})
      ]
    }
  );
}

function funnelPlot(across: Across, frame: Frame): SVGSVGElement {
  const ends = findEnds(across);
  const [bottom, top] = frame.domain;
  const inside = ({low, high}: {low: number; high: number}) => ({
    low: Math.max(low, bottom),
    high: Math.min(high, top)
  });
  const limits = Object.entries(QUANTILES).flatMap(([name, quantile]) => {
    const points = limitPoints(across, quantile, ends);
    const dash = name === "95%" ? undefined : "3,3";
    return [
      ...(["low", "high"] as const).map((side) =>
        Plot.line(points, {
          x: "se",
          y: (d: (typeof points)[number]) => (inside(d)[side] === d[side] ? d[side] : NaN),
          stroke: "var(--ink-2)",
          ...(dash && {strokeDasharray: dash})
        })
      ),
      points.at(-1)!.high <= top
        ? label(name, {x: points.at(-1)!.se, y: points.at(-1)!.high, dx: 5, textAnchor: "start", ...HALO})
        : null
    ];
  });
  return picture(
    describePicture(
      "Funnel of partnerships: each as it came, by how much is known of it, between limits of chance",
      frame.reported
    ),
    {
      ...makeCommon(frame),
      x: {domain: ends, axis: null},
      marks: [
        behind("Each as it came, and how far chance reaches", frame, across),
        limits,
        Plot.dot(across.units, {x: "se", y: "raw", r: 3.5, fill: () => GREY, fillOpacity: 0.6}),
        label("← less is known", {frameAnchor: "bottom-left", textAnchor: "start", dy: 18}),
        label("more is known →", {frameAnchor: "bottom-right", textAnchor: "end", dy: 18})
      ]
    }
  );
}
