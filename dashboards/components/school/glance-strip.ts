import * as Plot from "@observablehq/plot";
import {describePicture, GRID, HALO, label, picture} from "../chart/plot.js";
import {shortened, TEXT} from "../chart/text-lines.js";
import {academicYear, counted, signed} from "../ui/format.js";
import type {BesideSimilar, Stood} from "./similar-outcomes.js";

const [STEP, TOP, BOTTOM, SIDE] = [46, 26, 28, 18];

/** Outcomes of one year only, a row each: the school’s position in ink, those of the schools most like it in grey. */
export function glanceStrip(
  rows: readonly BesideSimilar[],
  {width, domain}: {width: number; domain: readonly [number, number]}
): SVGSVGElement {
  const at = ({points}: Stood, year: number) => points.find((d) => d.year === year)?.value ?? NaN;
  const own = rows.map(({own, years: [year], measure}, row) => ({row, year, measure, value: at(own, year)}));
  const others = rows.flatMap(({similar, years: [year]}, row) => similar.map((d) => ({row, value: at(d, year)})));
  const words = own.map(({row, year, measure, value}) => ({
    row,
    name: shortened(`${measure.label}, ${academicYear(year)}`, width - 80, TEXT.body * 1.1) + sayArrow(measure.better),
    value: signed(value, 1)
  }));
  const named = (text: "name" | "value", side: "left" | "right") =>
    Plot.text(words, {
      ...{y: "row", text, frameAnchor: side, textAnchor: side === "left" ? "start" : "end", lineAnchor: "bottom"},
      ...{dx: side === "left" ? -SIDE : SIDE, dy: -10, fill: "var(--ink)", fontSize: TEXT.body, fontWeight: 600},
      ...HALO
    });
  return picture(
    describePicture(
      `Dots of this school’s position among all schools in ${counted(rows.length, "outcome")} of one year, and of similar schools`,
      words.map(({name, value}) => `${name}: ${value}.`).join(" ")
    ),
    {
      width,
      height: TOP + rows.length * STEP + BOTTOM,
      ...{marginTop: TOP, marginBottom: BOTTOM, marginLeft: SIDE, marginRight: SIDE},
      x: {domain, axis: null, clamp: true},
      y: {domain: [-0.6, rows.length - 0.4], reverse: true, axis: null},
      marks: [
        Plot.gridX({ticks: 5, ...GRID}),
        Plot.axisX({
          ...{ticks: 5, tickSize: 0, label: null, fill: "var(--ink-2)"},
          tickFormat: (d: number) => signed(d, 0)
        }),
        Plot.ruleX([0], {stroke: "var(--ink)", strokeWidth: 1.25}),
        Plot.dot(others, {x: "value", y: "row", r: 3, stroke: () => "var(--similar)", strokeWidth: 1.5}),
        Plot.dot(own, {
          ...{x: "value", y: "row", r: 5, symbol: "square" as const},
          ...{fill: () => "var(--member)", stroke: "var(--paper)"}
        }),
        named("name", "left"),
        named("value", "right"),
        label("Position, standard deviations from the mean of all schools", {
          ...{frameAnchor: "top-left", textAnchor: "start", lineAnchor: "bottom", dx: -SIDE, dy: -10}
        })
      ]
    }
  );
}

const sayArrow = (better: BesideSimilar["measure"]["better"]): string =>
  better === "neither" ? "" : better === "lower" ? " ↓" : " ↑";
