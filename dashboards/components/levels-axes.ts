import * as Plot from "@observablehq/plot";
import {number} from "./format.js";
import type {Place} from "./levels-panel.js";
import {GRID, label, tickDigits} from "./plot.js";
import {WINDOWS} from "./windows.js";

/** The part of the base window that is on the axis, or null. */
function base(years: readonly number[]): {from: number; to: number} | null {
  const inside = years.filter((year) => year >= WINDOWS.base[0] && year <= WINDOWS.base[1]);
  return inside.length > 0 ? {from: inside[0]! - 0.5, to: inside.at(-1)! + 0.5} : null;
}

/** Whether the moment of joining is on the axis. */
const crosses = (years: readonly number[]): boolean => years.includes(0);

/** Behind the lines: the base window, the grid with its values, and the moment of joining. */
export function scaffold(years: readonly number[], domain: readonly [number, number]): Plot.Markish[] {
  const window = base(years);
  const [y1, y2] = domain;
  return [
    window && Plot.rect([window], {x1: "from", x2: "to", y1, y2, fill: "var(--wash)"}),
    Plot.gridY({ticks: 5, ...GRID}),
    Plot.axisY({
      ticks: 5,
      tickSize: 0,
      tickPadding: 6,
      label: null,
      fill: "var(--ink-2)",
      tickFormat: (value: number) => number(value, tickDigits(domain, 5))
    }),
    crosses(years) ? Plot.ruleX([-0.5], {stroke: "var(--ink-3)", strokeDasharray: "2,3"}) : null
  ];
}

/** The names of the base window and of the line between the years before and after joining. */
export function baseWindow(years: readonly number[], {step}: Place): Plot.Markish[] {
  const window = base(years);
  const above = {frameAnchor: "top", lineAnchor: "bottom", dy: -4} as const;
  const named = window && (step * (window.to - window.from) > 62 ? "base years" : "base");
  return [
    window && named && label(named, {...above, x: (window.from + window.to) / 2}),
    crosses(years) ? label("joined →", {...above, x: -0.5, dx: 3, textAnchor: "start", fill: "var(--ink-2)"}) : null
  ];
}
