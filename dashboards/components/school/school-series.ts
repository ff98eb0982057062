import * as Plot from "@observablehq/plot";
import {extent, scaleLinear, type ScaleLinear} from "d3";
import {svg} from "htl";
import {academicYear, counted, number} from "../ui/format.js";
import {describePicture, HALO, label, picture, tickDigits} from "../chart/plot.js";
import {byUnit, type Gap, type SeriesSpan} from "./series-spans.js";
import {TEXT, textWidth} from "../chart/text-lines.js";
import {yearAxis} from "./year-axis.js";

export interface SeriesOptions {
  name: string;
  width: number;
  /** First and last academic year of the axis, which the bars of its partnerships share. */
  years: readonly [number, number];
  digits: number;
  gaps: readonly Gap[];
  /** On the axis of years: where the school got another URN. */
  newUrns: readonly number[];
}

export const MARGINS = {left: 46, right: 20} as const;

const PLOT = 250;
const TOP = 44;

/** A school’s results as published: each series on the scale of its unit, with no line from one to the next. */
export function schoolSeries(all: readonly SeriesSpan[], options: SeriesOptions): SVGSVGElement {
  const {name, width, years, gaps, newUrns} = options;
  const [first, last] = years;
  const height = TOP + PLOT + 30;
  const step = (width - MARGINS.left - MARGINS.right) / (last - first + 1);
  return picture(describePicture(...reportSeries(name, all, options)), {
    width,
    height,
    marginTop: TOP,
    marginBottom: 30,
    marginLeft: MARGINS.left,
    marginRight: MARGINS.right,
    x: {domain: [first - 0.5, last + 0.5], axis: null},
    y: {domain: [0, 1], axis: null},
    marks: [
      hatched(gaps),
      byUnit(all).map((those, i) => scaled(those, {...options, isFirst: i === 0})),
      all.slice(1).map(({points}) =>
        Plot.ruleX([points[0].year - 0.5], {
          stroke: "var(--ink-2)",
          strokeWidth: 1.5,
          strokeDasharray: "5,3",
          insetTop: -TOP + 22
        })
      ),
      newUrns.length > 0 ? Plot.ruleX(newUrns, {stroke: "var(--ink-3)", strokeDasharray: "2,3"}) : null,
      titles(all, step),
      gapNames(gaps, step),
      Plot.ruleY([0], {stroke: "var(--ink)"}),
      yearAxis(years, step)
    ]
  });
}

let patterns = 0;

/** Years without a published value, hatched so that paper and any colours show them. */
function hatched(gaps: readonly Gap[]): Plot.Markish[] {
  const id = `hatch-${(patterns += 1)}`;
  const pattern =
    () => svg`<defs><pattern id=${id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="7" height="7" fill="var(--paper)"/><rect width="1.5" height="7" fill="var(--hair)"/></pattern></defs>`;
  const area = {x1: ({from}: Gap) => from - 0.5, x2: ({to}: Gap) => to + 0.5, y1: 0, y2: 1};
  return [pattern, Plot.rect(gaps, {...area, fill: `url(#${id})`})];
}

const gapNames = (gaps: readonly Gap[], step: number): Plot.Markish[] =>
  gaps
    .filter(({from, to}) => (to - from + 1) * step > 76)
    .map(({from, to}) =>
      label("no figure", {x: (from + to) / 2, frameAnchor: "bottom", dy: -8, fill: "var(--ink-2)", ...HALO})
    );

/** Series of one unit: grid and ticks over their years only, then lines and dots. */
function scaled(those: readonly SeriesSpan[], {isFirst, digits}: SeriesOptions & {isFirst: boolean}): Plot.Markish[] {
  const values = those.flatMap(({points}) => points.map(({value}) => value)).filter(Number.isFinite);
  const domain = extent(values) as [number, number];
  const place = scaleLinear(domain[0] === domain[1] ? [domain[0] - 1, domain[1] + 1] : domain, [0.06, 0.84]);
  const points = those.flatMap(({points: some}) => some);
  const [from, to] = [points[0].year - 0.5, points.at(-1)!.year + 0.5];
  const at = ({value}: {value: number}) => (Number.isFinite(value) ? place(value) : NaN);
  return [
    grid(place, {from, to, isFirst, digits}),
    those.map(({points: some}) =>
      Plot.lineY(some, {x: "year", y: at, stroke: () => "var(--member)", strokeWidth: 2.5})
    ),
    Plot.dot(points, {x: "year", y: at, r: 3.5, fill: () => "var(--member)", stroke: "var(--paper)"})
  ];
}

/** The first unit’s ticks stand in the margin, a later one’s just inside its own series. */
function grid(
  place: ScaleLinear<number, number>,
  {from, to, isFirst, digits}: {from: number; to: number; isFirst: boolean; digits: number}
): Plot.Markish[] {
  const ticks = place.ticks(4);
  const decimals = Math.min(digits, tickDigits(place.domain() as [number, number], 4));
  const side = isFirst ? {dx: -6, textAnchor: "end" as const} : {dx: 4, dy: -7, textAnchor: "start" as const};
  return [
    Plot.ruleY(ticks, {x1: from, x2: to, y: (d: number) => place(d), stroke: "var(--hair)"}),
    Plot.text(ticks, {
      x: from,
      y: (d: number) => place(d),
      text: (d: number) => number(d, decimals),
      fill: "var(--ink-2)",
      fontSize: TEXT.small,
      ...side,
      ...HALO
    })
  ];
}

/** Above each series its letter, and its name and unit where there is room. */
const titles = (all: readonly SeriesSpan[], step: number): Plot.Markish[] =>
  all.map(({letter, label: words, unit, points}) => {
    const room = points.length * step - 8;
    const choices = [`${letter}  ${words}, ${unit}`, `${letter}  ${words}`, letter];
    const fits = choices.find((text) => textWidth(text, TEXT.small) * 1.08 <= room) ?? letter;
    return label(fits, {
      x: points[0].year - 0.5,
      frameAnchor: "top",
      lineAnchor: "bottom",
      dx: 4,
      dy: -6,
      textAnchor: "start",
      fontWeight: 600,
      fill: "var(--ink)"
    });
  });

function reportSeries(name: string, all: readonly SeriesSpan[], {digits}: SeriesOptions): [string, string] {
  const newest = all.at(-1)!;
  const last = newest.points.filter(({value}) => Number.isFinite(value)).at(-1)!;
  return [
    `Line chart of ${name} as published, in ${counted(all.length, "series", "series")} that cannot be compared with each other`,
    `In ${academicYear(last.year)}, ${newest.label}: ${number(last.value, digits)} ${newest.unit}.`
  ];
}
