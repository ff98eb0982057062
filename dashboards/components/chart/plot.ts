import * as Plot from "@observablehq/plot";
import {tickStep} from "d3";
import {TEXT} from "./text-lines.js";

/**
 * A plot as one picture with a name. Plot names each group of marks, which ARIA does not allow on
 * them; a screen reader is shown what the picture shows, and reads the numbers in the table below it.
 */
export function picture(name: string, options: Plot.PlotOptions): SVGSVGElement {
  const style = {fontFamily: "inherit", fontSize: `${TEXT.body}px`, overflow: "visible", background: "none"};
  const drawn = Plot.plot({...options, style});
  const svg = drawn instanceof SVGSVGElement ? drawn : drawn.querySelector("svg")!;
  for (const part of svg.querySelectorAll("*")) {
    for (const attribute of ["aria-label", "aria-description", "aria-hidden"]) part.removeAttribute(attribute);
  }
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", name);
  return svg;
}

/** A chart for those who cannot see it: what is drawn, what was found, where the numbers are. */
export const describePicture = (shown: string, found: string): string =>
  `${shown}. ${found} The numbers are in the table that follows.`;

/** The decimals that every tick of an axis needs, so that all have as many. */
export const tickDigits = ([low, high]: readonly [number, number], ticks: number): number =>
  Math.max(0, -Math.floor(Math.log10(tickStep(low, high, ticks)) + 1e-9));

/** A halo for text that lies over lines. */
export const HALO = {stroke: "var(--paper)", strokeWidth: 4} as const;

export const GRID = {stroke: "var(--hair)", strokeOpacity: 1} as const;

/** One text in a chart, small and quiet unless set otherwise. */
export const label = (text: string, options: Plot.TextOptions): Plot.Text =>
  Plot.text([text], {text: (d: string) => d, fill: "var(--ink-3)", fontSize: TEXT.small, ...options});
