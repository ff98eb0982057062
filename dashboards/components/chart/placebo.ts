import {html} from "htl";
import * as Plot from "@observablehq/plot";
import type {About} from "../ui/about.js";
import {figure} from "./figure.js";
import {fit} from "./fit.js";
import {capital, count, counted, signed} from "../ui/format.js";
import {panelHeads} from "./panel-heads.js";
import {describePicture, GRID, HALO, label, picture, tickDigits} from "./plot.js";
import type {Effect, PlaceboDistribution, PlaceboDraws} from "../ui/release.js";
import {TEXT} from "./text-lines.js";

/** A bar of the distribution: from, to, how many placebo partnerships, and whether all of them moved as far as the real one. */
export interface PlaceboBar {
  from: number;
  to: number;
  count: number;
  asFar: boolean;
}

export const placeboBars = ({from, width, counts}: PlaceboDraws, effect: number): PlaceboBar[] =>
  counts.map((n, i) => {
    const [low, high] = [from + i * width, from + (i + 1) * width];
    return {from: low, to: high, count: n, asFar: Math.min(Math.abs(low), Math.abs(high)) >= Math.abs(effect)};
  });

const ASSUMPTIONS = {same_trend: "If the same trend (A)", same_past: "If the same past (B)"} as const;
type Assumption = keyof typeof ASSUMPTIONS;
const SETS: readonly Assumption[] = ["same_trend", "same_past"];

/** “16 of 999 placebo partnerships of 9 schools moved as far, in either direction, if the same trend; 40 if the same past.” */
export function placeboSentence({same_trend: a, same_past: b}: PlaceboDistribution, size: string): string {
  const far = (draws: PlaceboDraws) => (draws.as_far === 0 ? "none" : count(draws.as_far));
  return `${capital(far(a))} of ${count(a.draws)} placebo partnerships${size} moved as far, either way, by chance alone if the same trend holds; ${far(b)} if the same past does.`;
}

export interface PlaceboFrame {
  effect: Effect;
  unit: string;
  digits: number;
  /** What the pin is called. */
  pin: string;
  /** “ of 9 schools”, or nothing. */
  size: string;
  subtitle: string;
  about: readonly About[];
  file: string;
}

/** How far chance alone carries partnerships of schools that had not joined (the placebo distribution), under both assumptions. */
export function placeboFigure(placebo: PlaceboDistribution, frame: PlaceboFrame): HTMLElement {
  const {effect, digits, subtitle, about, size, file} = frame;
  const rows = SETS.flatMap((set) => placeboBars(placebo[set], effect[set].value).map((bar) => ({...bar, set})));
  return figure(
    fit((width) => {
      const across = width >= 640 ? 2 : 1;
      const each = Math.min(Math.floor((width - 24 * (across - 1)) / across), 480);
      return html`<div class=${`panels across-${across}`}>${SETS.map((set) => panel(set, placebo, frame, each))}</div>`;
    }),
    {
      title: "What chance alone gives",
      subtitle,
      about,
      notes: html`<span
        ><b>How to read it.</b> A placebo partnership is as many schools from the same years, drawn from the donor pool
        (schools that had not joined). Nothing was done in it, so its bars show how far chance carries. Dark ones moved
        as far as the real schools. ${placeboSentence(placebo, size)}</span
      >`,
      rows,
      columns: [
        {name: "Assumption", show: ({set}) => ASSUMPTIONS[set]},
        {name: "From", show: (d) => signed(d.from, digits + 1), raw: (d) => d.from, numeric: true},
        {name: "To", show: (d) => signed(d.to, digits + 1), raw: (d) => d.to, numeric: true},
        {name: "Placebo partnerships", show: (d) => count(d.count), raw: (d) => d.count, numeric: true},
        {name: "As far as the real ones", show: (d) => (d.asFar ? "yes" : "no")}
      ],
      file: `${file}-placebo`
    }
  );
}

function panel(
  set: Assumption,
  placebo: PlaceboDistribution,
  {effect: both, unit, digits, pin, size}: PlaceboFrame,
  width: number
): SVGSVGElement {
  const effect = both[set].value;
  const bars = placeboBars(placebo[set], effect);
  const ends = [
    ...SETS.flatMap((d) => placeboBars(placebo[d], 0)).flatMap(({from, to}) => [from, to]),
    both.from,
    both.to,
    0
  ];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low) * 0.04;
  const most = Math.max(...placebo[set].counts);
  const atRight = effect > (low + high) / 2;
  const says = `${count(placebo[set].as_far)} of ${counted(placebo[set].draws, "placebo partnership")}${size} moved as far.`;
  return picture(describePicture(`Bar chart of placebo partnerships, ${ASSUMPTIONS[set].toLowerCase()}`, says), {
    width,
    height: 240,
    marginTop: 66,
    marginBottom: 44,
    marginLeft: 8,
    marginRight: 8,
    x: {domain: [low - room, high + room], axis: null},
    y: {domain: [0, most * 1.1], axis: null},
    marks: [
      Plot.gridX({ticks: 5, ...GRID}),
      Plot.rect(bars, {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: "count",
        insetLeft: 0.5,
        insetRight: 0.5,
        fill: ({asFar}: PlaceboBar) => (asFar ? "var(--ink-2)" : "var(--similar)")
      }),
      Plot.ruleY([0], {stroke: "var(--ink)"}),
      Plot.ruleX([effect], {y1: 0, y2: most * 1.1, stroke: "var(--member)", strokeWidth: 2.5}),
      label(`${pin} ${signed(effect, digits)}`, {
        x: effect,
        y: most * 1.1,
        dx: atRight ? 4 : -4,
        dy: -9,
        textAnchor: atRight ? "end" : "start",
        fill: "var(--ink)",
        fontWeight: 600,
        fontSize: TEXT.body,
        ...HALO
      }),
      Plot.axisX({
        anchor: "bottom",
        ticks: 5,
        tickSize: 0,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (d: number) => signed(d, tickDigits([low, high], 5))
      }),
      panelHeads({name: [ASSUMPTIONS[set]], axis: [says]}, {headingLines: 1, top: 66, left: 8}),
      label(`beyond what was expected, ${unit}`, {frameAnchor: "bottom", dy: 36})
    ]
  });
}
