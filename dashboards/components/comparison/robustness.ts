import * as Plot from "@observablehq/plot";
import type {Bracket} from "../ui/directions.js";
import {describePicture, HALO, picture} from "../chart/plot.js";
import {axisTitle, valueAxis} from "../chart/value-axis.js";
import {rangeBars} from "../chart/range-bars.js";
import type {RobustnessCheck} from "../ui/release.js";
import {roundBracket, checkWords, breakLines, steady} from "./robustness-words.js";
import {breakLines as textLines, TEXT, textWidth} from "../chart/text-lines.js";

interface RobustnessOptions {
  unit: string;
  digits: number;
  width: number;
  /** Whether the headline is a claim: its mark is filled. */
  isClaim: boolean;
}

interface Row extends Bracket {
  at: number;
  check: RobustnessCheck;
  words: string;
}

const nameCheck = ({check: {label: words, misleading}}: Row): string =>
  misleading === null ? words : `${words} (misleads)`;

/** Robustness checks under what they change; the headline’s interval is shaded through all. An estimate of one assumption is a dot. */
export function robustness(
  checks: readonly RobustnessCheck[],
  {unit, digits, width, isClaim}: RobustnessOptions
): SVGSVGElement {
  const lines = breakLines(checks);
  const rows = lines.flatMap(({at, check}): Row[] => {
    const bracket = check && roundBracket(check);
    return check && bracket ? [{...bracket, at, check, words: checkWords(check, digits)}] : [];
  });
  const headings = lines.flatMap(({at, heading}) => (heading === undefined ? [] : [{at, heading}]));
  const longest = Math.max(...rows.map((row) => textWidth(nameCheck(row), TEXT.body)));
  const widest = Math.max(...rows.map(({words}) => textWidth(words, TEXT.small)));
  const wide = width >= longest + widest + 240;
  const [left, right] = wide ? [longest + 24, widest + 20] : [18, 18];
  const [step, over] = wide ? [24, 0] : [46, 0.24];
  const axis = textLines(`Beyond what was expected, ${unit}; shaded: the headline’s interval`, width - 16, TEXT.small);
  const top = 28 + axis.length * 15;
  const ends = [0, ...rows.flatMap(({from, to, low, high}) => [from, to, low ?? from, high ?? to])];
  const domain: [number, number] = [Math.min(...ends), Math.max(...ends)];
  const ticks = wide ? 6 : 4;
  const headline = rows.filter(({check, low}) => check.headline && low !== null);
  const on = ({at}: {at: number}) => at + over;
  const isBoth = ({check}: Row) => check.effect !== null;
  const shortest = (5 * (domain[1] - domain[0])) / (width - left - right);
  const single = rows.filter((row) => !isBoth(row));
  const text = {frameAnchor: "left", textAnchor: "start"} as const;
  const words = (mine: Row[], options: Plot.TextOptions) =>
    Plot.text(mine, {
      ...text,
      y: ({at}: Row) => at - over,
      dx: -left + (wide ? 10 : 8),
      text: (row: Row) => (wide ? nameCheck(row) : textLines(nameCheck(row), width - left, TEXT.body).join("\n")),
      lineHeight: 1.1,
      fill: "var(--ink)",
      ...HALO,
      ...options
    });
  return picture(describePicture("Interval chart of robustness checks", steady(checks, {unit, digits})), {
    width,
    height: lines.length * step + top + 30,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: 30,
    x: {domain, nice: true, axis: null},
    y: {domain: [-0.5, lines.length - 0.5], reverse: true, axis: null},
    marks: [
      Plot.rect(headline, {x1: "low", x2: "high", fill: "var(--wash)"}),
      valueAxis(domain, ticks),
      rangeBars(rows.filter(isBoth), {
        along: "x",
        at: on,
        of: (row) => row,
        colour: "var(--ink-2)",
        isFilled: ({check}) => isClaim && check.headline,
        shortest,
        thick: 9
      }),
      Plot.ruleY(
        single.filter(({low}) => low !== null),
        {x1: "low", x2: "high", y: on, stroke: "var(--ink-3)", strokeWidth: 1.75}
      ),
      Plot.dot(single, {x: "from", y: on, r: 4, fill: "var(--paper)", stroke: "var(--ink-3)", strokeWidth: 1.75}),
      words(
        rows.filter(({check}) => !check.headline && check.misleading === null),
        {}
      ),
      words(
        rows.filter(({check}) => check.headline),
        {fontWeight: 600, dx: -left}
      ),
      words(
        rows.filter(({check}) => !check.headline && check.misleading !== null),
        {fill: "var(--ink-3)"}
      ),
      Plot.text(headings, {
        ...text,
        y: ({at}: {at: number}) => at + (wide ? 0.08 : 0.2),
        dx: -left,
        text: "heading",
        fontWeight: 600,
        fill: "var(--ink)",
        ...HALO
      }),
      wide
        ? Plot.text(rows, {
            frameAnchor: "right",
            y: "at",
            dx: 14,
            text: "words",
            textAnchor: "start",
            fontSize: TEXT.small,
            fill: "var(--ink-2)"
          })
        : null,
      axisTitle(axis, {dx: -left, top})
    ]
  });
}
