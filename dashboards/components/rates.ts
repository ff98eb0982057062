import * as Plot from "@observablehq/plot";
import {extent} from "d3";
import {counted, signed, withInterval} from "./format.js";
import {LOOKS, who, type Who} from "./look.js";
import {GRID, HALO, picture, tickDigits} from "./plot.js";
import type {ComparisonNote, Figure, GroupRates} from "./release.js";
import {alternative, ratesOf, type Scale} from "./sentences.js";
import {TEXT} from "./text-lines.js";

/** One group's change a year before and after joining. */
export interface RateRow {
  who: Who;
  /** “Similar to supported schools”. */
  name: string;
  before: Figure | null;
  after: Figure | null;
  /** Where the rows of the next role begin. */
  last: boolean;
}

const same = (a: GroupRates | null, b: GroupRates | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Each role above the schools similar to it, and all schools once below, or below each role where the
 * roles joined in different years and all schools therefore changed differently.
 */
export function rateRows(comparisons: readonly ComparisonNote[]): RateRow[] {
  const row = (comparison: ComparisonNote, group: "joined" | "similar" | "all", name: string): RateRow[] => {
    const rates = ratesOf(comparison, group);
    if (rates === null) return [];
    return [{who: who(group, comparison.role), name, before: rates.before, after: rates.after, last: false}];
  };
  const alls = comparisons.map((d) => ratesOf(d, "all"));
  const once = alls.every((rates) => same(rates, alls[0]!));
  const blocks = comparisons.map((d, i) => {
    const name = LOOKS[d.role].name;
    const rows = [...row(d, "joined", name), ...row(d, "similar", `Similar to ${name.toLowerCase()}`)];
    const all = once && i < comparisons.length - 1 ? [] : row(d, "all", "All schools");
    return {rows, all};
  });
  return blocks.flatMap(({rows, all}, i) => {
    const block = once ? rows : [...rows, ...all];
    const closed = block.map((d, j) => ({...d, last: j === block.length - 1}));
    return once && i === blocks.length - 1 ? [...closed, ...all] : closed;
  });
}

interface RatesOptions {
  scale: Scale;
  digits: number;
  width: number;
}

/** Change a year before joining (hollow) and after (filled), with 95 % intervals. Rates, not what joining did. */
export function rates(rows: readonly RateRow[], {scale, digits, width}: RatesOptions): SVGSVGElement {
  const wide = width >= 600;
  const step = wide ? 56 : 100;
  const left = wide ? 212 : 4;
  const right = wide ? 200 : 12;
  const drawn = rows.flatMap((row, i) => marksOf(row, i + (wide ? 0 : 0.27)));
  const [low, high] = extent([0, ...drawn.flatMap((d) => [d.low ?? d.value, d.value, d.high ?? d.value])]) as [
    number,
    number
  ];
  const say = ({before, after}: RateRow) => [
    `After: ${after ? withInterval(after, digits) : "no yearly change"}`,
    `Before: ${before ? withInterval(before, digits) : "no yearly change"}`
  ];
  const schools = ({before, after}: RateRow) => counted((after ?? before)?.schools ?? 0, "school");
  const words = rows.map((d) => `${d.name}: ${say(d).join("; ")}.`).join(" ");
  const start = {frameAnchor: "left", textAnchor: "start"} as const;

  const names = {
    ...HALO,
    ...start,
    fontWeight: 600,
    text: (d: RateRow) => d.name,
    fill: (d: RateRow) => LOOKS[d.who].textColour
  };
  const index = (d: RateRow) => rows.indexOf(d);

  return picture(
    alternative(`Dot chart of the change a year in the ${scale.subject} before and after joining`, words),
    {
      width,
      height: rows.length * step + 44,
      marginLeft: left,
      marginRight: right,
      marginTop: 8,
      marginBottom: 36,
      x: {domain: [low, high], nice: true, axis: null},
      y: {domain: [-0.5, rows.length - 0.5], reverse: true, axis: null},
      marks: [
        Plot.gridX({ticks: 5, ...GRID}),
        Plot.axisX({
          ticks: 5,
          tickSize: 0,
          label: null,
          fill: "var(--ink-2)",
          tickFormat: (value: number) => signed(value, tickDigits([low, high], 5))
        }),
        Plot.ruleX([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
        Plot.ruleY(
          rows.slice(0, -1).filter((d) => d.last),
          {
            y: (d: RateRow) => index(d) + 0.5,
            stroke: "var(--hair)",
            insetLeft: -left,
            insetRight: -right
          }
        ),
        Plot.link(
          drawn.filter((d) => d.low !== null),
          {
            x1: "low",
            x2: "high",
            y1: "at",
            y2: "at",
            stroke: "colour",
            strokeWidth: (d: Drawn) => (d.when === "after" ? 5 : 1.75)
          }
        ),
        ...(["before", "after"] as const).map((when) =>
          Plot.dot(
            drawn.filter((d) => d.when === when),
            {
              x: "value",
              y: "at",
              r: when === "after" ? 6 : 4.5,
              symbol: (d: Drawn) => d.symbol,
              fill: when === "after" ? "colour" : "var(--paper)",
              stroke: when === "after" ? "var(--paper)" : "colour",
              strokeWidth: when === "after" ? 1 : 1.75
            } as Plot.DotOptions
          )
        ),
        ...(wide
          ? [
              Plot.text(rows, {...names, y: index, dx: -left, dy: -8}),
              Plot.text(rows, {
                ...start,
                y: index,
                dx: -left,
                dy: 10,
                text: schools,
                fill: "var(--ink-3)",
                fontSize: TEXT.small
              }),
              ...[-9, 9].map((dy, i) =>
                Plot.text(rows, {
                  frameAnchor: "right",
                  textAnchor: "start",
                  y: index,
                  dx: 16,
                  dy,
                  text: (d: RateRow) => say(d)[i],
                  fill: i === 0 ? "var(--ink)" : "var(--ink-3)",
                  fontSize: i === 0 ? TEXT.body : TEXT.small
                })
              )
            ]
          : [
              Plot.text(rows, {
                ...names,
                y: index,
                dx: 2 - left,
                dy: -40,
                text: (d: RateRow) => `${d.name} (${schools(d)})`
              }),
              ...[-23, -8].map((dy, i) =>
                Plot.text(rows, {
                  ...start,
                  y: index,
                  dx: 2 - left,
                  dy,
                  text: (d: RateRow) => say(d)[i],
                  fill: i === 0 ? "var(--ink)" : "var(--ink-3)",
                  fontSize: TEXT.small,
                  stroke: "var(--paper)",
                  strokeWidth: 4
                })
              )
            ])
      ]
    }
  );
}

interface Drawn extends Figure {
  when: "before" | "after";
  at: number;
  colour: string;
  symbol: string;
}

function marksOf({before, after, who: group}: RateRow, at: number): Drawn[] {
  const {colour, symbol} = LOOKS[group];
  const mark = (figure: Figure | null, when: Drawn["when"], dy: number): Drawn[] =>
    figure ? [{...figure, when, at: at + dy, colour, symbol}] : [];
  return [...mark(after, "after", -0.14), ...mark(before, "before", 0.16)];
}
