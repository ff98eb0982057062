import * as Plot from "@observablehq/plot";
import {count, signed} from "./format.js";
import type {Frame, Place, Point} from "./levels-panel.js";
import {LOOKS, who} from "./look.js";
import {HALO, label} from "./plot.js";
import type {ComparisonNote, Role} from "./release.js";
import {heading} from "./sentences.js";
import {TEXT, textWidth} from "./text-lines.js";

/** Who a panel is of, and what was found. */
export const levelsHeading = (
  comparison: ComparisonNote,
  {scale, digits}: Pick<Frame, "scale" | "digits">
): string[] => {
  const {glyph, name} = LOOKS[comparison.role];
  return [`${glyph} ${name}`, heading(comparison, scale, digits)];
};

/** Each line's name beside its last value, moved apart so that none lies on another. */
export function lineNames(
  series: readonly Point[][],
  y: (value: number) => number,
  {role, place: {top, height, bottom}}: {role: Role; place: Place}
): Plot.Markish[] {
  const last = series.flatMap((points) => points.filter(({value}) => Number.isFinite(value)).slice(-1));
  const names = last.map((point) => ({point, at: y(point.value)})).sort((a, b) => a.at - b.at);
  const [apart, highest, lowest] = [16, top + 6, height - bottom - 6];
  for (const [i, name] of names.entries()) name.at = Math.max(name.at, (names[i - 1]?.at ?? highest - apart) + apart);
  for (const [i, name] of [...names.entries()].reverse()) {
    name.at = Math.min(name.at, (names[i + 1]?.at ?? lowest + apart) - apart);
  }
  return names.map(({point: {group}, at}) => {
    const {brief, textColour} = LOOKS[who(group, role)];
    const weight = group === "joined" ? 600 : 400;
    const position = {
      frameAnchor: "top-right",
      textAnchor: "start",
      lineAnchor: "middle",
      dx: 8,
      dy: at - top
    } as const;
    return label(brief, {...position, fill: textColour, fontSize: TEXT.body, fontWeight: weight});
  });
}

/** Under a panel: years since joining, and how many schools are behind each; every second one where room is short. */
export function yearsAndCounts(joined: readonly Point[], {step}: Place): Plot.Markish[] {
  const widest = Math.max(...joined.map(({schools}) => textWidth(count(schools), TEXT.small)));
  const every = Math.ceil((widest + 6) / step);
  const shown = joined.filter(({year}) => year % every === 0);
  const under = {frameAnchor: "bottom", lineAnchor: "top"} as const;
  const beside = {frameAnchor: "bottom-right", lineAnchor: "top", textAnchor: "start", dx: 8} as const;
  const schools = {fill: "var(--ink-3)", fontSize: TEXT.small, ...HALO};
  return [
    Plot.text(shown, {...under, x: "year", dy: 8, text: (d: Point) => signed(d.year, 0), fill: "var(--ink-2)"}),
    Plot.text(shown, {...under, x: "year", dy: 27, text: (d: Point) => count(d.schools), ...schools}),
    label("Year", {...beside, dy: 8}),
    label("Schools", {...beside, dy: 27}),
    label("Academic years since joining", {...under, dy: 48})
  ];
}
