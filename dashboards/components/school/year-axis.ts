import * as Plot from "@observablehq/plot";
import {range as integers} from "d3";
import {academicYear} from "../ui/format.js";
import {TEXT} from "../chart/text-lines.js";

/** Room that the name of a year takes, in px. */
const A_YEAR = 62;

/** Names of academic years under a chart, as many as there is room for. */
export function yearAxis([first, last]: readonly [number, number], step: number): Plot.Text {
  const every = Math.ceil(A_YEAR / step);
  return Plot.text(
    integers(first, last + 1).filter((_, i) => i % every === 0),
    {
      x: (d: number) => d,
      frameAnchor: "bottom",
      dy: 16,
      text: academicYear,
      fill: "var(--ink-2)",
      fontSize: TEXT.small
    }
  );
}
