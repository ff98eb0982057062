import * as Plot from "@observablehq/plot";
import {extent} from "d3";
import {isOneSided, mayFill} from "../ui/directions.js";
import {sizeInUnit} from "../ui/effect-words.js";
import {capital, number, signed, small} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import {describePicture, GRID, label, picture, tickDigits} from "../chart/plot.js";
import {rangeBars} from "../chart/range-bars.js";
import type {MeasureRow, Result} from "../ui/release.js";

/** The yearly effects added up since joining, with the interval of each sum. */
export function cumulative(
  {cumulative: sums, role, verdict, unit, digits, schools, partnerships}: Result,
  {measure, width}: {measure: MeasureRow; width: number}
): SVGSVGElement {
  const {colour} = LOOKS[role];
  const domain = extent([0, ...sums.flatMap(({from, to, low, high}) => [from, to, low ?? from, high ?? to])]) as [
    number,
    number
  ];
  const sure = sums.filter(({low}) => low !== null);
  const last = sums.at(-1)!;
  const end = sure.at(-1) ?? last;
  const way = measure.better === "neither" ? "" : ` (${measure.better === "higher" ? "↑" : "↓"} better)`;
  const shown = `Chart of effects beyond what was expected in the ${small(measure.subject)}, ${small(LOOKS[role].name)}, added up since joining`;
  const found = `After year ${end.event_time} the sum is ${sizeInUnit(end, {unit, digits})} (${number(schools, 0)} schools in ${number(partnerships, 0)} partnerships).`;
  const [top, left] = [34, 58];
  return picture(describePicture(shown, found), {
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
      rangeBars(sums, {
        along: "y",
        at: ({event_time}) => event_time,
        of: (d) => d,
        colour,
        isFilled: (d) => mayFill(verdict) && isOneSided(d),
        shortest: (5 * (domain[1] - domain[0])) / 220
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
