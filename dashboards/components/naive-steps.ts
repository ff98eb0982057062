import * as Plot from "@observablehq/plot";
import {extent} from "d3";
import {sizeOf} from "./effect-words.js";
import {capital, signed} from "./format.js";
import {LOOKS} from "./look.js";
import type {Misleading} from "./naive-fair.js";
import {panelHeads} from "./panel-heads.js";
import {GRID, HALO, label, picture, tickDigits} from "./plot.js";
import type {NaiveAndFair} from "./release.js";
import {alternative} from "./sentences.js";
import {TEXT} from "./text-lines.js";

/** A bar from one figure to another; the parts add up, so each begins where the one above it ends. */
export interface NaiveStep {
  label: string;
  from: number;
  to: number;
  part: "naive" | "less" | "fair";
  says: string;
}

/** naive − bounce − similar = fair, bar by bar. */
export function naiveParts({naive, bounce, similar, fair}: NaiveAndFair, digits: number): NaiveStep[] {
  const left = naive - bounce;
  return [
    {label: "Before and after alone", from: 0, to: naive, part: "naive", says: signed(naive, digits)},
    {label: "less: return from the year before", from: naive, to: left, part: "less", says: signed(-bounce, digits)},
    {
      label: "less: change in similar schools",
      from: left,
      to: left - similar,
      part: "less",
      says: signed(-similar, digits)
    },
    {label: "Beside similar schools", from: 0, to: fair.value, part: "fair", says: sizeOf(fair, digits)}
  ];
}

/** The before-and-after figure taken apart, each part written over its bar. */
export function naiveSteps(
  {naive, role, unit, digits, schools, partnerships}: Misleading,
  {width}: {width: number}
): SVGSVGElement {
  const rows = naiveParts(naive, digits).map((d, i) => ({...d, i}));
  const {fair} = naive;
  const ends = [0, ...rows.flatMap(({from, to}) => [from, to]), fair.low ?? fair.value, fair.high ?? fair.value];
  const domain = extent(ends) as [number, number];
  const [left, right, top, bottom, height] = [20, 20, 66, 48, 340];
  const fill = {naive: "var(--ink-3)", less: "var(--paper)", fair: LOOKS[role].colour};
  const row = (d: {i: number}) => d.i;
  const found = `${rows.map((d) => `${capital(d.label)}: ${d.says}`).join("; ")} ${unit}, 95% interval in brackets (${schools} schools in ${partnerships} partnerships).`;
  const sure = fair.low === null || fair.high === null ? [] : [{low: fair.low, high: fair.high}];
  return picture(alternative("Bar chart of the before-and-after figure taken apart", found), {
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    x: {domain, nice: true, axis: null},
    y: {domain: [-0.55, 3.5], reverse: true, axis: null},
    marks: [
      Plot.gridX({ticks: 5, ...GRID}),
      Plot.axisX({
        ticks: 5,
        tickSize: 0,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (v: number) => signed(v, tickDigits(domain, 5))
      }),
      Plot.rect(rows, {
        x1: "from",
        x2: "to",
        y1: (d) => row(d) - 0.1,
        y2: (d) => row(d) + 0.32,
        fill: (d) => fill[d.part as NaiveStep["part"]],
        stroke: (d) => (d.part === "less" ? "var(--ink-3)" : "none"),
        strokeWidth: 1.5,
        strokeDasharray: "3,2"
      }),
      Plot.ruleX([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
      ...[
        {stroke: "var(--paper)", strokeWidth: 6},
        {stroke: LOOKS[role].colour, strokeWidth: 2.5}
      ].map((look) => Plot.link(sure, {x1: "low", x2: "high", y1: 3.11, y2: 3.11, ...look})),
      ...rows.flatMap((d) => {
        const weight = {
          y: d.i - 0.3,
          fill: "var(--ink)",
          fontSize: TEXT.body,
          fontWeight: d.part === "less" ? 400 : 600,
          ...HALO
        };
        return [
          label(d.label, {...weight, frameAnchor: "left", textAnchor: "start", dx: -left}),
          label(d.says, {...weight, frameAnchor: "right", textAnchor: "end", dx: right})
        ];
      }),
      ...panelHeads(
        {name: ["What is left beside similar schools"], axis: [`${capital(unit)}, first three years`]},
        {headingLines: 1, top, left}
      )
    ]
  });
}
