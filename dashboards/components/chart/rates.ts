import * as Plot from "@observablehq/plot";
import {extent} from "d3";
import {changeAxis} from "./change-axis.js";
import {signed, span} from "../ui/format.js";
import {LOOKS, type Look} from "./look.js";
import {describePicture, HALO, picture} from "./plot.js";
import {rangeBars} from "./range-bars.js";
import type {Rates, Result} from "../ui/release.js";
import {TEXT, textWidth} from "./text-lines.js";

/** A group’s change a year: before joining, and since, which is a range of what was expected of schools. */
export interface RateRow {
  name: string;
  look: Look;
  before: number | null;
  from: number;
  to: number;
  /** Where another role begins below. */
  last: boolean;
}

export type Rated = Result & {rates: Rates};

export const isRated = (result: Result): result is Rated => result.rates !== null;

/** Each role, what was expected of its schools, and all schools over the same years. */
export const rateRows = (results: readonly Rated[]): RateRow[] =>
  results.flatMap(({role, rates: {before, after, expected, all_before, all_after}}) => [
    {name: LOOKS[role].name, look: LOOKS[role], before, from: after, to: after, last: false},
    {
      name: LOOKS.expected.name,
      look: LOOKS.expected,
      before: null,
      from: Math.min(expected.same_trend, expected.same_past),
      to: Math.max(expected.same_trend, expected.same_past),
      last: false
    },
    {name: "All schools", look: LOOKS.all, before: all_before, from: all_after, to: all_after, last: true}
  ]);

/** “+0.4 to +0.9 a year since, +0.2 before”. */
export const rateWords = (row: RateRow, digits: number): string =>
  `${span(row, digits)} since${row.before === null ? "" : `, ${signed(row.before, digits)} before`}`;

/** Change a year before joining and since: observed, expected from one assumption to the other, and of all schools. */
export function ratesChart(rows: readonly RateRow[], {digits, width}: {digits: number; width: number}): SVGSVGElement {
  const wide = width >= 600;
  const words = rows.map((row) => rateWords(row, digits));
  const [left, right] = wide ? [160, Math.max(...words.map((text) => textWidth(text, TEXT.body))) + 20] : [12, 12];
  const [step, down] = wide ? [34, 0] : [52, 0.24];
  const values = rows.flatMap(({before, from, to}) => [before ?? 0, from, to]);
  const domain = extent([0, ...values]) as [number, number];
  const shortest = (4 * (domain[1] - domain[0])) / (width - left - right);
  const at = (row: RateRow) => rows.indexOf(row) + down;
  const single = rows.filter(({from, to}) => from === to);
  const text = (of: (row: RateRow) => string, options: Plot.TextOptions) =>
    Plot.text(rows, {y: (row: RateRow) => rows.indexOf(row) - down, text: of, ...HALO, ...options});
  const heard = rows.map((row, i) => `${row.name}: ${words[i]}.`).join(" ");
  return picture(describePicture("Dot chart of the change a year before joining and since", heard), {
    width,
    height: rows.length * step + 44,
    marginLeft: left,
    marginRight: right,
    marginTop: 8,
    marginBottom: 36,
    x: {domain, nice: true, axis: null},
    y: {domain: [-0.5, rows.length - 0.5], reverse: true, axis: null},
    marks: [
      ...changeAxis(domain),
      Plot.ruleX([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
      Plot.ruleY(
        rows.slice(0, -1).filter(({last}) => last),
        {y: (row: RateRow) => rows.indexOf(row) + 0.5, stroke: "var(--hair)", insetLeft: -left, insetRight: -right}
      ),
      Plot.dot(
        rows.filter(({before}) => before !== null),
        {x: "before", y: at, symbol: "times", r: 5, stroke: ({look}: RateRow) => look.textColour, strokeWidth: 2}
      ),
      rangeBars(
        rows.filter(({from, to}) => from !== to),
        {
          along: "x",
          at,
          of: ({from, to}) => ({from, to, low: null, high: null}),
          colour: LOOKS.expected.colour,
          isFilled: () => true,
          shortest
        }
      ),
      ...single.map((row) =>
        Plot.dot([row], {
          x: "from",
          y: at,
          symbol: row.look.symbol,
          r: 5.5,
          fill: row.look.colour,
          stroke: "var(--paper)"
        })
      ),
      text(({name}) => name, {
        frameAnchor: "left",
        dx: wide ? -left : 4 - left,
        textAnchor: "start",
        fontWeight: 600,
        fill: ({look}: RateRow) => look.textColour
      }),
      text((row) => rateWords(row, digits), {
        frameAnchor: "right",
        dx: wide ? 14 : right - 2,
        textAnchor: wide ? "start" : "end",
        fill: "var(--ink)"
      })
    ]
  });
}
