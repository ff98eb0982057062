import {create, scaleLinear} from "d3";
import type {Bracket} from "../ui/directions.js";
import {LOOKS} from "../chart/look.js";
import type {Role} from "../ui/release.js";

export interface MarkOptions {
  role: Role;
  domain: readonly [number, number];
  /** Filled where the verdict is a claim. */
  filled: boolean;
  /** Half of the strip that is too small to matter. */
  margin?: number;
  width?: number;
}

/** A range of estimates as a partnership has it that is one of too few for an interval. */
export type Each = Pick<Bracket, "from" | "to">;

const [HEIGHT, EDGE, THICK] = [22, 5, 9];

/**
 * An effect on a shared scale, for a cell: the range of both estimates as a short thick bar, the interval as a thin line.
 * Where there is no interval each partnership is a hollow bar. An arrow stands where an interval goes on beyond the
 * scale. Decoration: the words next to it say the same.
 */
export function intervalMark(
  {effect, each = []}: {effect: Bracket | null; each?: readonly Each[]},
  {role, domain, filled, margin, width = 168}: MarkOptions
): SVGSVGElement {
  const {colour} = LOOKS[role];
  const x = scaleLinear(domain, [EDGE, width - EDGE]).clamp(true);
  const middle = HEIGHT / 2;
  const svg = create("svg")
    .attr("class", "interval")
    .attr("width", width)
    .attr("height", HEIGHT)
    .attr("viewBox", `0 0 ${width} ${HEIGHT}`)
    .attr("aria-hidden", "true");
  const line = (d: string, stroke: string, thick: number) =>
    svg.append("path").attr("d", d).attr("fill", "none").attr("stroke", stroke).attr("stroke-width", thick);
  const box = (from: number, to: number, [top, height]: readonly [number, number], fill: string) =>
    svg
      .append("rect")
      .attr("x", from)
      .attr("width", to - from)
      .attr("y", top)
      .attr("height", height)
      .attr("fill", fill);
  const bar = ({from, to}: Each, fill: string) => {
    const wide = Math.max(5, x(to) - x(from));
    const start = (x(from) + x(to) - wide) / 2;
    box(start, start + wide, [middle - THICK / 2, THICK], fill)
      .attr("stroke", colour)
      .attr("stroke-width", 1.5);
  };
  if (margin !== undefined) box(x(-margin), x(margin), [0, HEIGHT], "var(--wash)");
  line(`M${EDGE} ${middle}H${width - EDGE}`, "var(--hair)", 1);
  line(`M${x(0)} 0V${HEIGHT}`, "var(--ink)", 1);
  for (const one of each) bar(one, "var(--paper)");
  if (effect === null || effect.low === null || effect.high === null) return svg.node()!;
  line(`M${x(effect.low)} ${middle}H${x(effect.high)}`, colour, 2);
  if (effect.low < domain[0]) line(`M${EDGE + 5} ${middle - 5}l-6 5l6 5`, colour, 2);
  if (effect.high > domain[1]) line(`M${width - EDGE - 5} ${middle - 5}l6 5l-6 5`, colour, 2);
  bar(effect, filled ? colour : "var(--paper)");
  return svg.node()!;
}
