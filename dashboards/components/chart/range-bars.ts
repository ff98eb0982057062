import * as Plot from "@observablehq/plot";
import type {Bracket} from "../ui/directions.js";

interface Bars<Row> {
  /** Which way the scale of effects runs. */
  along: "x" | "y";
  /** Where a row stands across it. */
  at: (row: Row) => number;
  of: (row: Row) => Bracket;
  colour: string;
  isFilled: (row: Row) => boolean;
  /** The shortest bar, in the unit of the scale. */
  shortest: number;
  thick?: number;
}

/** The range of both estimates as a short thick bar over the interval, a thin line: filled or hollow. */
export function rangeBars<Row>(
  rows: readonly Row[],
  {along, at, of, colour, isFilled, shortest, thick = 10}: Bars<Row>
): Plot.Markish[] {
  const end = (side: -1 | 1) => (row: Row) => {
    const {from, to} = of(row);
    return (from + to) / 2 + (side * Math.max(to - from, shortest)) / 2;
  };
  const sure = rows.filter((row) => of(row).low !== null && of(row).high !== null);
  const line = (
    some: readonly Row[],
    ends: [(row: Row) => number, (row: Row) => number],
    look: Plot.RuleXOptions & Plot.RuleYOptions
  ) =>
    along === "y"
      ? Plot.ruleX(some, {x: at, y1: ends[1], y2: ends[0], ...look})
      : Plot.ruleY(some, {y: at, x1: ends[0], x2: ends[1], ...look});
  const bar = [end(-1), end(1)] as [(row: Row) => number, (row: Row) => number];
  const inset = along === "y" ? {insetTop: 2, insetBottom: 2} : {insetLeft: 2, insetRight: 2};
  return [
    line(sure, [(row) => of(row).low!, (row) => of(row).high!], {stroke: colour, strokeWidth: 1.75}),
    line(rows, bar, {stroke: colour, strokeWidth: thick}),
    line(
      rows.filter((row) => !isFilled(row)),
      bar,
      {stroke: "var(--paper)", strokeWidth: thick - 4, ...inset}
    )
  ];
}
