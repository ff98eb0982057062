import * as Plot from "@observablehq/plot";
import {extent} from "d3";
import {isOneSided} from "./directions.js";
import {sizeInUnit} from "./effect-words.js";
import {capital, number, signed, small} from "./format.js";
import {LOOKS} from "./look.js";
import {GRID, label, picture, tickDigits} from "./plot.js";
import type {MeasureNote, Result} from "./release.js";
import {alternative} from "./sentences.js";

/** The yearly differences added up since joining, with the interval of each sum. */
export function cumulative(
  {cumulative: sums, role, unit, digits, schools, partnerships}: Result,
  {measure, width}: {measure: MeasureNote; width: number}
): SVGSVGElement {
  const {colour, symbol} = LOOKS[role];
  const domain = extent([0, ...sums.flatMap(({value, low, high}) => [value, low ?? value, high ?? value])]) as [
    number,
    number
  ];
  const sure = sums.filter(({low}) => low !== null);
  const last = sums.at(-1)!;
  const end = sure.at(-1) ?? last;
  const way = measure.better === "neither" ? "" : ` (${measure.better === "higher" ? "↑" : "↓"} better)`;
  const shown = `Chart of the differences from similar schools in the ${small(measure.subject)}, ${small(LOOKS[role].name)}, added up since joining`;
  const found = `After year ${end.event_time} the sum is ${sizeInUnit(end, {unit, digits})}, 95% interval in brackets (${number(schools, 0)} schools in ${number(partnerships, 0)} partnerships).`;
  const [top, left] = [34, 58];
  return picture(alternative(shown, found), {
    width,
    height: 300,
    marginLeft: left,
    marginRight: 24,
    marginTop: top,
    marginBottom: 44,
    x: {domain: [-0.5, last.event_time + 0.5], axis: null},
    y: {domain, nice: true, axis: null},
    marks: [
      Plot.gridY({ticks: 5, ...GRID}),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        tickPadding: 8,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (v: number) => signed(v, tickDigits(domain, 5))
      }),
      Plot.ruleY([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
      Plot.ruleX(sure, {x: "event_time", y1: "low", y2: "high", stroke: colour, strokeWidth: 4}),
      Plot.dot(sums, {
        x: "event_time",
        y: "value",
        r: 5.5,
        symbol,
        stroke: colour,
        strokeWidth: 2,
        fill: (d) => (isOneSided(d) ? colour : "var(--paper)")
      }),
      label(`${capital(unit)}, added up${way}`, {
        frameAnchor: "top-left",
        lineAnchor: "top",
        textAnchor: "start",
        dx: -left,
        dy: 4 - top
      }),
      Plot.text(sums, {
        x: "event_time",
        frameAnchor: "bottom",
        lineAnchor: "top",
        dy: 7,
        text: (d) => String(d.event_time),
        fill: "var(--ink-2)"
      }),
      label("Academic years since joining", {frameAnchor: "bottom", lineAnchor: "top", dy: 26})
    ]
  });
}
