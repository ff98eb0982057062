import * as Plot from "@observablehq/plot";
import {extent} from "d3";
import {seeSupported} from "school-partnerships/planner";
import {describePicture, GRID, HALO, label, picture, tickDigits} from "../chart/plot.js";
import {TEXT} from "../chart/text-lines.js";
import {capital, number, small} from "../ui/format.js";
import type {MeasureRow, VarianceRow} from "../ui/release.js";
import type {PlanRow} from "./plan-rows.js";

/** The smallest effect of a design by how many schools are helped. */
export interface CurvePoint {
  design: string;
  schools: number;
  effect: number;
  /** The least it can be, where results at some lag are not measured; null where none is known. */
  least: number | null;
}

const STEPS = 40;

/** From the fewest schools that anything can be said of to more than any design has, each design’s smallest effect; sizes at which none can be said are left out. */
export function curvePoints(rows: readonly PlanRow[], variance: VarianceRow): CurvePoint[] {
  const most = Math.max(120, ...rows.map(({schools}) => 2 * schools));
  return rows.flatMap((row) => {
    const each = row.schools / row.helpers;
    const steps = Array.from({length: STEPS}, (_, i) => (most / each) ** (i / (STEPS - 1)));
    const helpers = new Set([...steps.map(Math.round), row.helpers]);
    return [...helpers]
      .sort((a, b) => a - b)
      .flatMap((many) => {
        const schools = Math.round(many * each);
        const sight = seeSupported({...row, schools, helpers: many}, variance);
        return sight === null ? [] : [{design: row.name, schools, effect: sight.effect, least: sight.least}];
      });
  });
}

/** How the smallest effect falls as more schools are helped: a line a design, its own size a dot. */
export function planCurve(
  points: readonly CurvePoint[],
  rows: readonly PlanRow[],
  {variance, measure, width}: {variance: VarianceRow; measure: MeasureRow; width: number}
): SVGSVGElement {
  const most = Math.max(...rows.map(({supported}) => supported?.effect ?? 0), 0);
  const top = most > 0 ? 3 * most : Math.max(...points.map(({effect}) => effect));
  const shown = points.filter(({effect}) => effect <= top);
  const own = rows.flatMap(({name, schools, supported, digits}) =>
    supported ? [{design: name, schools, effect: supported.effect, least: supported.least, digits}] : []
  );
  const dash = (name: string) => DASHES[rows.findIndex((row) => row.name === name)];
  const end = (name: string) => shown.filter(({design}) => design === name).at(-1);
  const found = own
    .map(({design, schools, effect, digits}) => `${design}: ${number(effect, digits)} with ${schools} schools.`)
    .join(" ");
  const [above, left] = [34, 58];
  const [fewest, largest] = extent(shown, ({schools}) => schools) as [number, number];
  const ticks = width < 480 ? [10, 40, 160, 640, 2560] : [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120];
  return picture(describePicture(`Curve of the smallest effect on ${small(measure.label)} by schools helped`, found), {
    width,
    height: 300,
    marginLeft: left,
    marginRight: 70,
    marginTop: above,
    marginBottom: 44,
    x: {
      type: "log",
      domain: [fewest, largest],
      axis: null
    },
    y: {domain: [0, top], axis: null},
    marks: [
      Plot.gridY({ticks: 5, ...GRID}),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        tickPadding: 8,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (v: number) => number(v, tickDigits([0, top], 5))
      }),
      Plot.axisX({
        ticks: ticks.filter((n) => n >= fewest && n <= largest),
        tickSize: 0,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (v: number) => String(v)
      }),
      Plot.ruleY([variance.smallest_effect], {stroke: "var(--edge)", strokeDasharray: "2,3"}),
      ...rows.map(({name}) =>
        Plot.areaY(
          shown.flatMap((d) => (d.design === name && d.least !== null && d.least < d.effect ? [d] : [])),
          {x: "schools", y1: "least", y2: "effect", fill: "var(--ink)", fillOpacity: 0.12}
        )
      ),
      ...rows.map(({name}) =>
        Plot.line(
          shown.filter(({design}) => design === name),
          {
            x: "schools",
            y: "effect",
            stroke: "var(--ink)",
            strokeWidth: 2.5,
            ...(dash(name) && {strokeDasharray: dash(name)})
          }
        )
      ),
      Plot.link(
        own.flatMap((d) => (d.least === null ? [] : [d])),
        {x: "schools", y1: "least", y2: "effect", stroke: "var(--ink)", strokeWidth: 4}
      ),
      Plot.dot(own, {x: "schools", y: "effect", r: 5, fill: "var(--ink)", stroke: "var(--paper)"}),
      Plot.text(
        rows.length > 1
          ? spreadLabels(
              rows.map(({name}) => end(name)).filter((d) => d !== undefined),
              top
            )
          : [],
        {
          x: "schools",
          y: "at",
          dx: 6,
          text: "design",
          textAnchor: "start",
          fill: "var(--ink)",
          fontSize: TEXT.small,
          ...HALO
        }
      ),
      label(`${capital(variance.unit)}, smallest effect seen four times in five`, {
        frameAnchor: "top-left",
        lineAnchor: "top",
        textAnchor: "start",
        dx: -left,
        dy: 4 - above
      }),
      label("Schools helped", {frameAnchor: "bottom", lineAnchor: "bottom", dy: 42})
    ]
  });
}

const DASHES: readonly (string | undefined)[] = [undefined, "8,4", "2,4"];

/** Labels of line ends, moved apart where they would lie on one another. */
function spreadLabels(ends: readonly CurvePoint[], top: number): (CurvePoint & {at: number})[] {
  const least = top / 14;
  let last = -Infinity;
  return [...ends]
    .sort((a, b) => a.effect - b.effect)
    .map((end) => {
      last = Math.max(end.effect, last + least);
      return {...end, at: last};
    });
}
