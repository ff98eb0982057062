import * as Plot from "@observablehq/plot";
import {count, counted, signed} from "./format.js";
import {GRID, HALO, label, picture, tickDigits} from "./plot.js";
import type {PlaceboHill} from "./release.js";
import {alternative} from "./sentences.js";
import {TEXT} from "./text-lines.js";

/** A bar of the hill: from, to, how many made-up partnerships, and whether all of them moved as far as the real one. */
export interface HillBar {
  from: number;
  to: number;
  count: number;
  asFar: boolean;
}

export const hillBars = ({from, width, counts}: PlaceboHill, effect: number): HillBar[] =>
  counts.map((n, i) => {
    const [low, high] = [from + i * width, from + (i + 1) * width];
    return {from: low, to: high, count: n, asFar: Math.min(Math.abs(low), Math.abs(high)) >= Math.abs(effect)};
  });

/** “16 of 1,000 made-up partnerships of 9 schools moved as far as this one, in either direction, by chance alone.” */
export const chanceSentence = ({draws, as_far}: PlaceboHill, schools: number): string =>
  `${count(as_far)} of ${count(draws)} made-up partnerships of ${counted(schools, "school")} moved as far as this one, in either direction, by chance alone.`;

export interface HillFrame {
  effect: number;
  unit: string;
  digits: number;
  width: number;
  /** What the pin is called, and what the hill says of it. */
  pin: string;
  says: string;
}

/** How far chance alone carries made-up partnerships of the same size and years, and where the real ones stand. */
export function placeboHill(hill: PlaceboHill, {effect, unit, digits, width, pin, says}: HillFrame): SVGSVGElement {
  const bars = hillBars(hill, effect);
  const ends = [...bars.flatMap(({from, to}) => [from, to]), effect, 0];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low) * 0.04;
  const most = Math.max(...hill.counts);
  const atRight = effect > (low + high) / 2;
  const tick = tickDigits([low, high], 6);
  return picture(alternative("Bar chart of what made-up partnerships seem to have done", says), {
    width,
    height: 220,
    marginTop: 34,
    marginBottom: 44,
    marginLeft: 8,
    marginRight: 8,
    x: {domain: [low - room, high + room], axis: null},
    y: {domain: [0, most * 1.1], axis: null},
    marks: [
      Plot.gridX({ticks: 6, ...GRID}),
      Plot.rect(bars, {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: "count",
        insetLeft: 0.5,
        insetRight: 0.5,
        fill: ({asFar}: HillBar) => (asFar ? "var(--ink-2)" : "var(--similar)")
      }),
      Plot.ruleY([0], {stroke: "var(--ink)"}),
      Plot.ruleX([effect], {y1: 0, y2: most * 1.1, stroke: "var(--member)", strokeWidth: 2.5}),
      Plot.dot([effect], {x: (d: number) => d, y: most * 1.1, symbol: "square", r: 5, fill: "var(--member)"}),
      label(`${pin} ${signed(effect, digits)}`, {
        x: effect,
        y: most * 1.1,
        dx: atRight ? -10 : 10,
        dy: -12,
        textAnchor: atRight ? "end" : "start",
        fill: "var(--ink)",
        fontWeight: 600,
        fontSize: TEXT.body,
        ...HALO
      }),
      Plot.axisX({
        anchor: "bottom",
        ticks: 6,
        tickSize: 0,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (d: number) => signed(d, tick)
      }),
      label(`difference from similar schools, ${unit}`, {frameAnchor: "bottom", dy: 36})
    ]
  });
}
