import {create, scaleLinear, symbol, symbolCircle, symbolDiamond, symbolSquare} from "d3";
import {LOOKS} from "./look.js";
import type {Effect, Role} from "./release.js";

export interface MarkOptions {
  role: Role;
  domain: readonly [number, number];
  /** Filled where the interval leaves zero out. */
  filled: boolean;
  /** Half of the strip that is too small to matter. */
  margin?: number;
  width?: number;
}

const SYMBOLS = {circle: symbolCircle, diamond: symbolDiamond, square: symbolSquare};
const [HEIGHT, EDGE] = [22, 5];

/**
 * An effect with its interval on a shared scale, for a cell; where there is no interval each partnership is a ring.
 * An arrow stands where an interval goes on beyond the scale. Decoration: the words beside it say the same.
 */
export function intervalMark(
  {effect, each = []}: {effect: Effect | null; each?: readonly number[]},
  {role, domain, filled, margin, width = 168}: MarkOptions
): SVGSVGElement {
  const {colour, symbol: shape} = LOOKS[role];
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
  if (margin !== undefined) {
    svg
      .append("rect")
      .attr("x", x(-margin))
      .attr("width", x(margin) - x(-margin))
      .attr("height", HEIGHT)
      .attr("fill", "var(--wash)");
  }
  line(`M${EDGE} ${middle}H${width - EDGE}`, "var(--hair)", 1);
  line(`M${x(0)} 0V${HEIGHT}`, "var(--ink)", 1);
  for (const value of each) {
    svg
      .append("circle")
      .attr("cx", x(value))
      .attr("cy", middle)
      .attr("r", 3.5)
      .attr("fill", "var(--paper)")
      .attr("stroke", colour)
      .attr("stroke-width", 1.5);
  }
  if (effect === null || effect.low === null || effect.high === null) return svg.node()!;
  line(`M${x(effect.low)} ${middle}H${x(effect.high)}`, colour, 4);
  if (effect.low < domain[0]) line(`M${EDGE + 5} ${middle - 5}l-6 5l6 5`, colour, 2);
  if (effect.high > domain[1]) line(`M${width - EDGE - 5} ${middle - 5}l6 5l-6 5`, colour, 2);
  svg
    .append("path")
    .attr("d", symbol(SYMBOLS[shape], 62)())
    .attr("transform", `translate(${x(effect.value)},${middle})`)
    .attr("fill", filled ? colour : "var(--paper)")
    .attr("stroke", colour)
    .attr("stroke-width", 2);
  return svg.node()!;
}
