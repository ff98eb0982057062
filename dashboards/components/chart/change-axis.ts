import * as Plot from "@observablehq/plot";
import {signed} from "../ui/format.js";
import {GRID, tickDigits} from "./plot.js";

const TICKS = 5;

/** The horizontal axis of changes, in the unit of the outcome: its lines, and numbers with their sign. */
export const changeAxis = (domain: readonly [number, number]): Plot.Markish[] => [
  Plot.gridX({ticks: TICKS, ...GRID}),
  Plot.axisX({
    ticks: TICKS,
    tickSize: 0,
    label: null,
    fill: "var(--ink-2)",
    tickFormat: (value: number) => signed(value, tickDigits(domain, TICKS))
  })
];
