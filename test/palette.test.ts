import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";

type Triple = [number, number, number];

const css = readFileSync("dashboards/style/tokens.css", "utf8");

/** The colours that the first rule after a place in the style sheet names. */
function coloursAfter(place: string): Record<string, string> {
  const rule = css.slice(css.indexOf(place)).split("}")[0];
  return Object.fromEntries([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
}

const light = coloursAfter(":root {");
const dark = {...light, ...coloursAfter("prefers-color-scheme: dark")};

const linear = (hex: string): Triple =>
  [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as Triple;

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0);

const LUMINANCE: Triple = [0.2126, 0.7152, 0.0722];

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [high, low] = [a, b].map((hex) => dot(LUMINANCE, linear(hex))).sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear sRGB; a grey printer keeps the luminance alone. */
const SEEN: Record<string, Triple[]> = {
  "full colour": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

const D65: Triple = [0.95047, 1, 1.08883];
const XYZ: Triple[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041]
];

function lab(hex: string, seen: Triple[]): Triple {
  const rgb = seen.map((row) => Math.min(1, Math.max(0, dot(row, linear(hex)))));
  const [x, y, z] = XYZ.map((row, i) => dot(row, rgb) / D65[i]).map((t) =>
    t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116
  ) as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000, as Sharma, Wu and Dalal (2005) write it. */
function difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const radians = Math.PI / 180;
  const seventh = (c: number) => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const g = 1.5 - 0.5 * seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2);
  const [c1, c2] = [Math.hypot(g * a1, b1), Math.hypot(g * a2, b2)];
  const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / radians + 360) % 360);
  const [h1, h2] = [hue(g * a1, b1), hue(g * a2, b2)];
  const around = (angle: number) => (angle > 180 ? angle - 360 : angle < -180 ? angle + 360 : angle);
  const grey = c1 * c2 === 0;
  const dh = 2 * Math.sqrt(c1 * c2) * Math.sin((grey ? 0 : around(h2 - h1) / 2) * radians);
  const h = grey ? h1 + h2 : (h1 + around(h2 - h1) / 2 + 360) % 360;
  const cos = (times: number, less: number) => Math.cos((times * h - less) * radians);
  const t = 1 - 0.17 * cos(1, 30) + 0.24 * cos(2, 0) + 0.32 * cos(3, -6) - 0.2 * cos(4, 63);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const dl = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const dc = (c2 - c1) / (1 + 0.045 * c);
  const turned = dh / (1 + 0.015 * c * t);
  const rotation = -Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * radians) * 2 * seventh(c);
  return Math.sqrt(dl ** 2 + dc ** 2 + turned ** 2 + rotation * dc * turned);
}

// Pairs 1, 7 and 17 of the table in Sharma, Wu and Dalal (2005).
test.each<[Triple, Triple, number]>([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.5, 0], [73, 25, -18], 27.1492]
])("the colour difference of a published pair comes out as published", (a, b, published) => {
  expect(difference(a, b)).toBeCloseTo(published, 4);
});

describe.each([
  {name: "light", colours: light},
  {name: "dark", colours: dark}
])("the $name colours", ({colours}) => {
  const grounds = [colours.paper, colours.wash];

  test.each(["ink", "ink-2", "ink-3", "supported", "supporter", "member", "link"])("%s can be read as text", (name) => {
    for (const ground of grounds) expect(contrast(colours[name], ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["similar", "edge", "focus"])("%s can be seen as a line or an edge", (name) => {
    for (const ground of grounds) expect(contrast(colours[name], ground)).toBeGreaterThanOrEqual(3);
  });

  test("the notice and a chosen button can be read", () => {
    expect(contrast(colours["notice-ink"], colours.notice)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.paper, colours.ink)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.keys(SEEN))("groups are told apart with %s", (vision) => {
    const seen = ["supported", "supporter", "member", "similar"].map((name) => lab(colours[name], SEEN[vision]));
    const apart = seen.flatMap((a, i) => seen.slice(i + 1).map((b) => difference(a, b)));
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(18);
  });
});
