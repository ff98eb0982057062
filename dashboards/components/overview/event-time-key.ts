import {html} from "htl";

/** How to read the marks, once over the panels. */
export const eventTimeKey = (): HTMLElement =>
  html`<ul class="key" aria-hidden="true">
    <li>${swatch([{d: "M0 9h26", width: 1.5}])} if the same trend (A)</li>
    <li>${swatch([{d: "M0 9h26", width: 1.5, dash: "4,3"}])} if the same past (B)</li>
    <li>
      ${swatch([
        {d: "M13 0v18", width: 1.75},
        {d: "M13 4v10", width: 10}
      ])}
      clear of zero
    </li>
    <li>
      ${swatch([
        {d: "M13 0v18", width: 1.75},
        {d: "M13 4v10", width: 10},
        {d: "M13 6v6", width: 6, stroke: "var(--paper)"}
      ])}
      not clear: thick from A to B, thin the 95% interval
    </li>
    <li>${swatch([{d: "M0 0h26v18H0z", fill: "var(--wash)"}])} base years; by the mean, too small to matter</li>
  </ul>`;

interface Stroke {
  d: string;
  width?: number;
  dash?: string;
  fill?: string;
  stroke?: string;
}

/** A sample of a mark, 26 by 18 px. */
export function swatch(strokes: readonly Stroke[]): SVGSVGElement {
  const svg = makeElement("svg", {width: 26, height: 18, viewBox: "0 0 26 18"}) as SVGSVGElement;
  for (const {d, width, dash = "none", fill = "none", stroke = "currentColor"} of strokes) {
    svg.append(
      makeElement("path", {
        d,
        fill,
        stroke: width === undefined ? "none" : stroke,
        "stroke-width": width ?? 0,
        "stroke-dasharray": dash
      })
    );
  }
  return svg;
}

function makeElement(name: string, attributes: Record<string, string | number>): SVGElement {
  const part = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value));
  return part;
}
