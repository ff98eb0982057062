import * as Plot from "@observablehq/plot";
import {counted, withInterval} from "./format.js";
import {LOOKS} from "./look.js";
import {HALO} from "./plot.js";
import type {RateRow} from "./rate-rows.js";
import type {Layout} from "./rates.js";
import {TEXT} from "./text-lines.js";

/** “After: +1.2 (1.0 to 1.4)” and the same for before. */
export const inWords = ({before, after}: RateRow, digits: number): string[] => [
  `After: ${after ? withInterval(after, digits) : "no yearly change"}`,
  `Before: ${before ? withInterval(before, digits) : "no yearly change"}`
];

const schools = ({before, after}: RateRow): string => counted((after ?? before)?.schools ?? 0, "school");

/** What stands beside or over each row: whose it is, how many schools, and its figures. */
export function rateWords(
  rows: readonly RateRow[],
  {digits, layout: {wide, left}}: {digits: number; layout: Layout}
): Plot.Markish[] {
  const start = {y: (row: RateRow) => rows.indexOf(row), textAnchor: "start"} as const;
  const text = (words: (row: RateRow) => string, options: Plot.TextOptions) =>
    Plot.text(rows, {...start, frameAnchor: "left", text: words, fill: "var(--ink)", ...HALO, ...options});
  const name = {fontWeight: 600, fill: ({who}: RateRow) => LOOKS[who].textColour};
  const quiet = {fill: "var(--ink-3)", fontSize: TEXT.small};
  const after = (row: RateRow) => inWords(row, digits)[0]!;
  const before = (row: RateRow) => inWords(row, digits)[1]!;
  if (wide) {
    const beside = {frameAnchor: "right", dx: 16} as const;
    return [
      text((row) => row.name, {...name, dx: -left, dy: -8}),
      text(schools, {...quiet, dx: -left, dy: 10}),
      text(after, {...beside, dy: -9}),
      text(before, {...beside, ...quiet, dy: 9})
    ];
  }
  const over = {dx: 4 - left};
  return [
    text((row) => `${row.name} (${schools(row)})`, {...name, ...over, dy: -40}),
    text(after, {...over, fontSize: TEXT.small, dy: -23}),
    text(before, {...over, ...quiet, dy: -8})
  ];
}
