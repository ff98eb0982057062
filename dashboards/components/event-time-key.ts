import {html} from "htl";

/** How to read the marks, once over the panels. */
export const eventTimeKey = (): HTMLElement =>
  html`<ul class="key" aria-hidden="true">
    <li>
      ${swatch([
        {d: "M13 2v14", width: 4},
        {d: DOT, fill: "currentColor"}
      ])}
      clear difference
    </li>
    <li>
      ${swatch([
        {d: "M13 2v14", width: 4},
        {d: DOT, fill: "var(--paper)", width: 2}
      ])}
      no clear difference
    </li>
    <li>${swatch([{d: "M13 1v16", width: 4}])} 95%, this year alone</li>
    <li>
      ${swatch([
        {d: "M0 3h26v12H0z", fill: "currentColor", opacity: 0.16},
        {d: "M0 3h26M0 15h26", width: 1}
      ])}
      95%, all years together
    </li>
    <li>${swatch([{d: "M0 0h26v18H0z", fill: "var(--wash)"}])} base years; by the average, too small to matter</li>
  </ul>`;

const DOT = "M8 9a5 5 0 1 0 10 0a5 5 0 1 0 -10 0";

interface Stroke {
  d: string;
  width?: number;
  fill?: string;
  opacity?: number;
}

/** A sample of a mark, 26 by 18 px. */
export function swatch(strokes: readonly Stroke[]): SVGSVGElement {
  const svg = made("svg", {width: 26, height: 18, viewBox: "0 0 26 18"}) as SVGSVGElement;
  for (const {d, width, fill = "none", opacity = 1} of strokes) {
    const stroke = width === undefined ? "none" : "currentColor";
    svg.append(made("path", {d, fill, opacity, stroke, "stroke-width": width ?? 0}));
  }
  return svg;
}

function made(name: string, attributes: Record<string, string | number>): SVGElement {
  const part = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value));
  return part;
}
