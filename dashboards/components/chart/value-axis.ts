import * as Plot from "@observablehq/plot";
import {signed} from "../ui/format.js";
import {GRID, label, tickDigits} from "./plot.js";

/** A scale of differences that runs across: grid, numbers with their signs, and zero. */
export const valueAxis = (domain: readonly [number, number], ticks: number): Plot.Markish[] => [
  Plot.gridX({ticks, ...GRID}),
  Plot.axisX({
    ticks,
    tickSize: 0,
    label: null,
    fill: "var(--ink-2)",
    tickFormat: (value: number) => signed(value, tickDigits(domain, ticks))
  }),
  Plot.ruleX([0], {stroke: "var(--ink)", strokeWidth: 1.25})
];

/** What such a scale counts, in lines over the chart; `dx` and `top` in px. */
export const axisTitle = (lines: readonly string[], {dx, top}: {dx: number; top: number}): Plot.Markish =>
  label(lines.join("\n"), {
    frameAnchor: "top-left",
    dx,
    dy: 2 - top,
    textAnchor: "start",
    lineAnchor: "top",
    lineHeight: 1.25
  });
