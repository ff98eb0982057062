import * as Plot from "@observablehq/plot";
import {extent} from "d3";
import {signed} from "./format.js";
import {LOOKS} from "./look.js";
import {GRID, picture, tickDigits} from "./plot.js";
import type {RateRow} from "./rate-rows.js";
import {inWords, rateWords} from "./rates-words.js";
import type {Figure} from "./release.js";
import {alternative, type Scale} from "./sentences.js";
import {TEXT, textWidth} from "./text-lines.js";

interface RatesOptions {
  scale: Scale;
  digits: number;
  width: number;
}

/** How much is drawn, and where: words stand beside the marks where there is room, over them where there is not. */
export interface Layout {
  wide: boolean;
  left: number;
  right: number;
  step: number;
  /** Marks lie below the middle of their row by this share of it. */
  down: number;
}

const WIDE: Layout = {wide: true, left: 212, right: 0, step: 56, down: 0};
const NARROW: Layout = {wide: false, left: 20, right: 20, step: 108, down: 0.27};

/** Change a year before joining (hollow) and after (filled), with 95 % intervals. Rates, not what joining did. */
export function rates(rows: readonly RateRow[], {scale, digits, width}: RatesOptions): SVGSVGElement {
  const widest = Math.max(...rows.flatMap((row) => inWords(row, digits).map((text) => textWidth(text, TEXT.body))));
  const layout = width >= 600 ? {...WIDE, right: widest + 24} : NARROW;
  const {left, right, step, down} = layout;
  const marks = rows.flatMap((row, i) => marksOf(row, i + down));
  const domain = extent([0, ...marks.flatMap(({low, value, high}) => [low ?? value, high ?? value])]) as [
    number,
    number
  ];
  const ends = rows.slice(0, -1).filter(({last}) => last);
  const shown = `Dot chart of the change a year in the ${scale.subject} before and after joining`;
  const found = rows.map((row) => `${row.name}: ${inWords(row, digits).join("; ")}.`).join(" ");
  return picture(alternative(shown, found), {
    width,
    height: rows.length * step + 44,
    marginLeft: left,
    marginRight: right,
    marginTop: 8,
    marginBottom: 36,
    x: {domain, nice: true, axis: null},
    y: {domain: [-0.5, rows.length - 0.5], reverse: true, axis: null},
    marks: [
      Plot.gridX({ticks: 5, ...GRID}),
      Plot.axisX({
        ticks: 5,
        tickSize: 0,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (value: number) => signed(value, tickDigits(domain, 5))
      }),
      Plot.ruleX([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
      Plot.ruleY(ends, {
        y: (row: RateRow) => rows.indexOf(row) + 0.5,
        stroke: "var(--hair)",
        insetLeft: -left,
        insetRight: -right
      }),
      ...drawn(
        marks.filter(({when}) => when === "before"),
        {thickness: 1.75, r: 4.5, fill: "var(--paper)", stroke: "colour", edge: 1.75}
      ),
      ...drawn(
        marks.filter(({when}) => when === "after"),
        {thickness: 5, r: 6, fill: "colour", stroke: "var(--paper)", edge: 1}
      ),
      ...rateWords(rows, {digits, layout})
    ]
  });
}

interface Mark extends Figure {
  when: "before" | "after";
  at: number;
  colour: string;
  symbol: string;
}

function marksOf({before, after, who}: RateRow, at: number): Mark[] {
  const {colour, symbol} = LOOKS[who];
  const mark = (figure: Figure | null, when: Mark["when"], apart: number): Mark[] =>
    figure ? [{...figure, when, at: at + apart, colour, symbol}] : [];
  return [...mark(after, "after", -0.14), ...mark(before, "before", 0.16)];
}

interface MarkLook {
  thickness: number;
  r: number;
  fill: string;
  stroke: string;
  edge: number;
}

function drawn(marks: readonly Mark[], {thickness, r, fill, stroke, edge}: MarkLook): Plot.Markish[] {
  const sure = marks.filter(({low}) => low !== null);
  const symbol = (mark: Mark) => mark.symbol as Plot.SymbolType;
  return [
    Plot.link(sure, {x1: "low", x2: "high", y1: "at", y2: "at", stroke: "colour", strokeWidth: thickness}),
    Plot.dot(marks, {x: "value", y: "at", r, symbol, fill, stroke, strokeWidth: edge})
  ];
}
