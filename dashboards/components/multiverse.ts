import * as Plot from "@observablehq/plot";
import {signed} from "./format.js";
import {GRID, HALO, label, picture, tickDigits} from "./plot.js";
import type {Alternative} from "./release.js";
import {alternative} from "./sentences.js";
import {linesOf, TEXT, textWidth} from "./text-lines.js";
import {found, linesOfWays, steady} from "./ways-of-asking.js";

interface MultiverseOptions {
  unit: string;
  digits: number;
  width: number;
}

interface Dot extends Alternative {
  at: number;
  words: string;
}

const named = ({label: words, misleading}: Alternative): string =>
  misleading === null ? words : `${words} (misleads)`;

/** The same question asked in other ways, under what was changed; the headline’s interval is shaded through all. */
export function multiverse(ways: readonly Alternative[], {unit, digits, width}: MultiverseOptions): SVGSVGElement {
  const lines = linesOfWays(ways);
  const dots = lines.flatMap(({at, way}): Dot[] => (way ? [{...way, at, words: found(way, digits)}] : []));
  const headings = lines.flatMap(({at, heading}) => (heading === undefined ? [] : [{at, heading}]));
  const longest = Math.max(...dots.map((dot) => textWidth(named(dot), TEXT.body)));
  const widest = Math.max(...dots.map(({words}) => textWidth(words, TEXT.small)));
  const wide = width >= longest + widest + 280;
  const [left, right] = wide ? [longest + 24, widest + 20] : [8, 18];
  const [step, over] = wide ? [24, 0] : [44, 0.24];
  const ends = [0, ...dots.flatMap(({value, low, high}) => [low ?? value, value, high ?? value])];
  const domain: [number, number] = [Math.min(...ends), Math.max(...ends)];
  const ticks = wide ? 6 : 4;
  const used = dots.filter(({headline, low, high}) => headline && low !== null && high !== null);
  const on = ({at}: {at: number}) => at + over;
  const text = {frameAnchor: "left", textAnchor: "start"} as const;
  const dot = (mine: Dot[], options: Plot.DotOptions) =>
    Plot.dot(mine, {x: "value", y: on, strokeWidth: 1.5, ...options});
  const words = (mine: Dot[], options: Plot.TextOptions) =>
    Plot.text(mine, {
      ...text,
      y: ({at}: Dot) => at - over,
      dx: wide ? -left + 10 : 0,
      text: (way: Dot) => (wide ? named(way) : linesOf(named(way), width - left, TEXT.body).join("\n")),
      lineHeight: 1.1,
      ...HALO,
      ...options
    });
  const fair = dots.filter(({misleading}) => misleading === null);
  const unfair = dots.filter(({misleading}) => misleading !== null);
  return picture(alternative("Interval chart of the same question asked in other ways", steady(ways, {unit, digits})), {
    width,
    height: lines.length * step + 76,
    marginLeft: left,
    marginRight: right,
    marginTop: 46,
    marginBottom: 30,
    x: {domain, nice: true, axis: null},
    y: {domain: [-0.5, lines.length - 0.5], reverse: true, axis: null},
    marks: [
      Plot.rect(used, {x1: "low", x2: "high", fill: "var(--wash)"}),
      Plot.gridX({ticks, ...GRID}),
      Plot.axisX({
        ticks,
        tickSize: 0,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (value: number) => signed(value, tickDigits(domain, ticks))
      }),
      Plot.ruleX([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
      Plot.ruleX(used, {x: "value", stroke: "var(--ink-3)", strokeDasharray: "2,3"}),
      ...[false, true].map((headline) =>
        Plot.link(
          dots.filter((d) => d.headline === headline && d.low !== null && d.high !== null),
          {
            x1: "low",
            x2: "high",
            y1: on,
            y2: on,
            stroke: headline ? "var(--ink)" : "var(--similar)",
            strokeWidth: headline ? 4 : 2.5
          }
        )
      ),
      dot(unfair, {r: 4, fill: "var(--paper)", stroke: "var(--ink-3)"}),
      dot(
        fair.filter(({headline}) => !headline),
        {r: 4, fill: "var(--ink-3)", stroke: "var(--ink-3)"}
      ),
      dot(
        fair.filter(({headline}) => headline),
        {r: 6, fill: "var(--ink)", stroke: "var(--paper)"}
      ),
      words(
        fair.filter(({headline}) => !headline),
        {fill: "var(--ink)"}
      ),
      words(
        fair.filter(({headline}) => headline),
        {fill: "var(--ink)", fontWeight: 600, dx: wide ? -left : 0}
      ),
      words(unfair, {fill: "var(--ink-3)"}),
      Plot.text(headings, {
        ...text,
        y: ({at}: {at: number}) => at + (wide ? 0.08 : 0.2),
        dx: wide ? -left : 0,
        text: "heading",
        fontWeight: 600,
        fill: "var(--ink)",
        ...HALO
      }),
      wide
        ? Plot.text(dots, {
            frameAnchor: "right",
            y: "at",
            dx: 14,
            text: "words",
            textAnchor: "start",
            fontSize: TEXT.small,
            fill: "var(--ink-2)"
          })
        : null,
      ...used.map(({low, high}) => label("interval used", {x: (low! + high!) / 2, frameAnchor: "top", dy: -12})),
      label(`Difference from similar schools, ${unit}`, {
        frameAnchor: "top-left",
        dx: wide ? -left : 0,
        dy: -44,
        textAnchor: "start",
        lineAnchor: "top"
      })
    ]
  });
}
