import type * as Plot from "@observablehq/plot";
import {label} from "./plot.js";
import {TEXT} from "./text-lines.js";

/** What stands over a panel, broken into lines that fit it: its name, what was found, and what its axis measures. */
export interface PanelHeads {
  name: readonly string[];
  found?: readonly string[];
  axis: readonly string[];
}

/** Heights of a line of each, in px. */
const [HEAD, AXIS] = [20, 15];

/** How much room heads take over a panel: those of all panels in a row begin their axes at one height. */
export const headsHeight = (headingLines: number, axisLines: number): number =>
  headingLines * HEAD + axisLines * AXIS + 30;

/** The heads of a panel whose frame begins `top` below and `left` beyond its corner. */
export function panelHeads(
  {name, found = [], axis}: PanelHeads,
  {headingLines, colour = "var(--ink)", top, left}: {headingLines: number; colour?: string; top: number; left: number}
): Plot.Markish[] {
  const at = (dy: number) =>
    ({
      frameAnchor: "top-left",
      textAnchor: "start",
      lineAnchor: "top",
      lineHeight: 1.25,
      dx: -left,
      dy: dy - top
    }) as const;
  return [
    label(name.join("\n"), {...at(2), fontSize: TEXT.title, fontWeight: 600, fill: colour}),
    found.length > 0
      ? label(found.join("\n"), {...at(2 + name.length * HEAD), fontSize: TEXT.title, fill: "var(--ink)"})
      : null,
    label(axis.join("\n"), at(6 + headingLines * HEAD))
  ];
}
