import * as Plot from "@observablehq/plot";
import {isClaim, mayFill} from "../ui/directions.js";
import {measureSize} from "../ui/effect-words.js";
import {counted} from "../ui/format.js";
import {describePicture, HALO, picture} from "../chart/plot.js";
import {axisTitle, valueAxis} from "../chart/value-axis.js";
import {rangeBars} from "../chart/range-bars.js";
import {LOOKS} from "../chart/look.js";
import {breakLines, shortened, TEXT, textWidth} from "../chart/text-lines.js";
import type {Effect, Result} from "../ui/release.js";
import {listLines, partLabel, type Part, type PartGroup} from "./who-gains-rows.js";

const STEP = {wide: 26, narrow: 48};

/** Effects on parts of those who joined, under what distinguishes them; the interval of all together is shaded through them. */
export function whoGainsChart(
  groups: readonly PartGroup[],
  {whole, width}: {whole: Result & {effect: Effect}; width: number}
): SVGSVGElement {
  const {unit, role} = whole;
  const lines = listLines(groups);
  const rows = lines.flatMap(({at, part}) =>
    part ? [{at, part, effect: part.effect!, words: describeSize(part)}] : []
  );
  type Row = (typeof rows)[number];
  const headings = lines.flatMap(({at, heading}) => (heading === undefined ? [] : [{at, heading}]));
  const longest = Math.max(...rows.map(({part}) => textWidth(partLabel(part), TEXT.body)));
  const widest = Math.max(...rows.map(({words}) => textWidth(words, TEXT.small)));
  const wide = width >= longest + widest + 220;
  const [left, right] = wide ? [longest + 20, widest + 16] : [12, 12];
  const [step, over] = wide ? [STEP.wide, 0] : [STEP.narrow, 0.24];
  const axis = breakLines(
    `Beyond what was expected, ${unit}; shaded: the interval of all together`,
    width - 16,
    TEXT.small
  );
  const top = 28 + axis.length * 15;
  const ends = [
    0,
    ...[whole.effect, ...rows.map(({effect}) => effect)].flatMap(({from, to, low, high}) => [
      from,
      to,
      low ?? from,
      high ?? to
    ])
  ];
  const domain: [number, number] = [Math.min(...ends), Math.max(...ends)];
  const ticks = wide ? 6 : 4;
  const on = ({at}: Row) => at + over;
  const found = rows.map(({part, words}) => `${partLabel(part)}: ${words}`).join("; ");
  return picture(describePicture("Interval chart of effects on parts of those who joined", `${found}.`), {
    width,
    height: lines.length * step + top + 30,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: 30,
    x: {domain, nice: true, axis: null},
    y: {domain: [-0.5, lines.length - 0.5], reverse: true, axis: null},
    marks: [
      whole.effect.low === null ? null : Plot.rect([whole.effect], {x1: "low", x2: "high", fill: "var(--wash)"}),
      valueAxis(domain, ticks),
      rangeBars(rows, {
        along: "x",
        at: on,
        of: ({effect}) => effect,
        colour: LOOKS[role].colour,
        isFilled: ({part}) => isClaim(part.verdict) && mayFill(part.verdict),
        shortest: (5 * (domain[1] - domain[0])) / (width - left - right),
        thick: 9
      }),
      Plot.text(rows, {
        frameAnchor: "left",
        textAnchor: "start",
        y: ({at}: Row) => at - over,
        dx: -left + 8,
        text: ({part, words}: Row) =>
          wide
            ? partLabel(part)
            : [partLabel(part), words].map((text) => shortened(text, width - 24, TEXT.small)).join("\n"),
        lineHeight: 1.15,
        fontSize: wide ? TEXT.body : TEXT.small,
        fill: "var(--ink)",
        ...HALO
      }),
      Plot.text(headings, {
        frameAnchor: "left",
        textAnchor: "start",
        y: ({at}: {at: number}) => at + (wide ? 0.08 : 0.25),
        dx: wide ? -left : -4,
        text: "heading",
        fontWeight: 600,
        fontSize: TEXT.body,
        fill: "var(--ink)",
        ...HALO
      }),
      wide
        ? Plot.text(rows, {
            frameAnchor: "right",
            y: "at",
            dx: 10,
            text: "words",
            textAnchor: "start",
            fontSize: TEXT.small,
            fill: "var(--ink-2)"
          })
        : null,
      axisTitle(axis, {dx: wide ? -left : 0, top})
    ]
  });
}

const describeSize = ({effect, digits, schools}: Part): string =>
  `${measureSize(effect!, digits)}, ${counted(schools, "school")}`;
