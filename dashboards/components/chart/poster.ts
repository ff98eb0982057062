import {breakLines} from "./text-lines.js";

const SVG = "http://www.w3.org/2000/svg";
const EDGE = 16;

/** What decides how a part of a chart looks; a copy keeps these when it leaves the page's style sheet behind. */
const LOOKS = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
  "text-anchor",
  "paint-order"
];

/**
 * A figure as one SVG that needs nothing else: its charts with title, subtitle and notes, and the
 * word that schools are invented where they are: a picture that travels takes its caveats along.
 */
export function poster(figure: Element): string {
  const chart = figure.querySelector(".chart")!;
  const frame = chart.getBoundingClientRect();
  const width = Math.max(480, Math.ceil(frame.width)) + 2 * EDGE;
  const page = element("svg", {xmlns: SVG, width});
  const colour = (name: string) => getComputedStyle(figure).getPropertyValue(name).trim();
  const paper = element("rect", {width: "100%", height: "100%", fill: colour("--paper")});
  page.append(paper);

  let y = EDGE;
  const write = (within: ParentNode, selector: string, ...look: [number, number, string]) =>
    lines(within.querySelector(selector)?.textContent ?? "", ...look);
  const lines = (words: string, size: number, weight: number, fill: string) => {
    for (const line of breakLines(words, width - 2 * EDGE, size)) {
      y += size * 1.35;
      const attributes = {
        x: EDGE,
        y,
        fill,
        "font-size": size,
        "font-weight": weight,
        "font-family": "Arial, sans-serif"
      };
      page.append(element("text", attributes, line));
    }
  };
  write(figure, ".title", 18, 600, colour("--ink"));
  write(figure, ".subtitle", 14, 400, colour("--ink-2"));
  write(figure, ".about", 12, 400, colour("--ink-2"));
  y += EDGE;
  for (const svg of chart.querySelectorAll("svg")) {
    const {left, top, width: w, height: h} = svg.getBoundingClientRect();
    const copy = frozen(svg);
    set(copy, {x: EDGE + left - frame.left, y: y + top - frame.top, width: w, height: h});
    page.append(copy);
  }
  y += frame.height;
  write(document, ".invented", 12, 600, colour("--ink"));
  write(figure, ".notes", 12, 400, colour("--ink-3"));
  for (const part of location.href.match(/.{1,60}/g) ?? []) lines(part, 12, 400, colour("--ink-3"));
  set(page, {height: y + EDGE, viewBox: `0 0 ${width} ${y + EDGE}`});
  return new XMLSerializer().serializeToString(page);
}

/** A copy of a chart with every colour and size written into it. */
function frozen(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  for (const [i, part] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(originals[i]);
    for (const look of LOOKS) part.setAttribute(look, style.getPropertyValue(look));
  }
  for (const style of copy.querySelectorAll("style")) style.remove();
  return copy;
}

function element(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const made = document.createElementNS(SVG, name);
  set(made, attributes);
  made.textContent = text;
  return made;
}

function set(part: SVGElement, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, String(value));
}
