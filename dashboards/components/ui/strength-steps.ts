import {create} from "d3";
import {STRENGTHS} from "./directions.js";
import type {Strength} from "./release.js";

/** Four steps, filled from the left: strength is read by count, and prints as it is drawn. */
export function strengthSteps(strength: Strength): SVGSVGElement {
  const filled = Object.keys(STRENGTHS).indexOf(strength) + 1;
  const svg = create("svg")
    .attr("class", "steps")
    .attr("width", 36)
    .attr("height", 10)
    .attr("viewBox", "0 0 36 10")
    .attr("aria-hidden", "true");
  for (const i of [0, 1, 2, 3]) {
    svg
      .append("rect")
      .attr("x", i * 9 + 0.5)
      .attr("y", 0.5)
      .attr("width", 7)
      .attr("height", 9)
      .attr("fill", i < filled ? "currentColor" : "none")
      .attr("stroke", "currentColor");
  }
  return svg.node()!;
}
