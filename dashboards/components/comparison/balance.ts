import {scaleLinear} from "d3";
import * as Plot from "@observablehq/plot";
import {number, signed} from "../ui/format.js";
import {describePicture, HALO, label, picture} from "../chart/plot.js";
import type {Balance} from "../ui/release.js";
import {TEXT, textWidth} from "../chart/text-lines.js";

type Row = Balance["rows"][number];

/** Room next to the chart for half a number, in px. */
const EDGE = 20;

/** “Largest difference from the donor pool: 0.84 standard deviations”. */
export const balanceTitle = ({largest}: Balance): string =>
  `Largest difference from the donor pool: ${number(Math.abs(largest), 2)} standard deviations`;

/** The largest difference first. */
export const byDifference = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => Math.abs(b.smd) - Math.abs(a.smd));

/** How far schools that joined were from the donor pool in the base years (balance: standardised mean differences). */
export function balancePlot(balance: Balance, {width}: {width: number}): SVGSVGElement {
  const rows = byDifference(balance.rows).map((row, at) => ({...row, at}));
  const wide = width >= 560;
  const left = wide ? Math.max(...rows.map((row) => textWidth(row.label, TEXT.body))) + 20 : EDGE;
  const [step, over] = wide ? [26, 0] : [44, 0.24];
  const end = Math.max(0.5, ...rows.map(({smd}) => Math.abs(smd))) * 1.08;
  // A label at the edge of a narrow picture would be cut off.
  const x = scaleLinear([-end, end], [left, width - EDGE]);
  const ticks = x.ticks(5).filter((tick) => x(tick) >= 20 && x(tick) <= width - 20);
  const on = ({at}: {at: number}) => at + over;
  return picture(
    describePicture(
      "Dot chart of how far schools that joined were from the donor pool before joining",
      `${balanceTitle(balance)}.`
    ),
    {
      width,
      height: rows.length * step + 84,
      marginLeft: left,
      marginRight: EDGE,
      marginTop: 44,
      marginBottom: 40,
      x: {domain: [-end, end], axis: null},
      y: {domain: [-0.5, rows.length - 0.5], reverse: true, axis: null},
      marks: [
        Plot.axisX({
          ticks,
          tickSize: 0,
          label: null,
          fill: "var(--ink-2)",
          tickFormat: (tick: number) => signed(tick, 1)
        }),
        Plot.ruleX([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
        Plot.ruleY(rows, {y: on, x1: 0, x2: "smd", stroke: "var(--similar)", strokeWidth: 2}),
        Plot.dot(rows, {x: "smd", y: on, r: 5, fill: "var(--ink)", stroke: "var(--paper)"}),
        Plot.text(rows, {
          frameAnchor: "left",
          y: ({at}: {at: number}) => at - over,
          dx: wide ? -left : 1 - EDGE,
          text: "label",
          textAnchor: "start",
          fill: "var(--ink)",
          ...HALO
        }),
        label("Schools that joined, less the donor pool, in standard deviations", {
          frameAnchor: "top-left",
          dx: wide ? -left : 1 - EDGE,
          dy: -42,
          textAnchor: "start",
          lineAnchor: "top"
        })
      ]
    }
  );
}
