import {html} from "htl";
import * as Plot from "@observablehq/plot";
import {extent} from "d3";
import {changeAxis} from "../chart/change-axis.js";
import {aboutResult, type ResultContext} from "../ui/about.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {count, signed, span} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import {headsHeight, panelHeads} from "../chart/panel-heads.js";
import {placePanels} from "../chart/place-panels.js";
import {describePicture, HALO, label, picture} from "../chart/plot.js";
import type {BeforeAfter, Result} from "../ui/release.js";
import {TEXT, breakLines} from "../chart/text-lines.js";
import type {Column} from "../ui/table.js";

export type SplitResult = Result & {before_after: BeforeAfter};

export const isSplit = (result: Result): result is SplitResult => result.before_after !== null;

/** A bar from one figure to another, under one assumption or under both; each begins where the one above it ends. */
export interface Part {
  label: string;
  says: string;
  partnership_type: "whole" | "return" | "expected" | "effect";
  bars: {from: number; to: number; assumption: "A" | "B" | null}[];
}

/** before–after = return + expected change + effect: the whole, then its parts in the order in which they add up to it. */
export function listParts({before_after: whole, return: back, expected, effect}: BeforeAfter, digits: number): Part[] {
  const both = (of: (set: "same_trend" | "same_past") => readonly [number, number]): Part["bars"] =>
    (["same_trend", "same_past"] as const).map((set) => {
      const [from, to] = of(set);
      return {from, to, assumption: set === "same_trend" ? "A" : "B"};
    });
  const findRange = (pair: BeforeAfter["expected"]) => ({
    from: Math.min(pair.same_trend, pair.same_past),
    to: Math.max(pair.same_trend, pair.same_past)
  });
  return [
    {
      label: "Before and after alone",
      says: signed(whole, digits),
      partnership_type: "whole",
      bars: [{from: 0, to: whole, assumption: null}]
    },
    {
      label: "of it: return from the year before",
      says: signed(back, digits),
      partnership_type: "return",
      bars: [{from: 0, to: back, assumption: null}]
    },
    {
      label: "of it: expected change",
      says: span(findRange(expected), digits),
      partnership_type: "expected",
      bars: both((set) => [back, back + expected[set]])
    },
    {
      label: "of it: effect",
      says: span(findRange(effect), digits),
      partnership_type: "effect",
      bars: both((set) => [back + expected[set], back + expected[set] + effect[set]])
    }
  ];
}

/** The before–after figure, always next to the fair one, and what it is made of. */
export function beforeAfter(results: readonly SplitResult[], context: ResultContext): HTMLElement {
  const {unit, digits, partnership_type, phase, measure} = results[0];
  const first = results[0].before_after;
  const draw = (width: number) => {
    const {across, each} = placePanels(width, results.length);
    return html`<div class=${`panels across-${across}`}>${results.map((d) => panel(d, each))}</div>`;
  };
  const warnings = [...new Set(results.flatMap((d) => d.before_after.warning ?? []))].join(" ");
  return html`<section aria-labelledby="before-after">
    <h2 id="before-after">Why before and after alone misleads</h2>
    ${figure(fit(draw), {
      title: `${LOOKS[results[0].role].name}: before and after alone ${signed(first.before_after, digits)}, the effect in it ${span(ends(first.effect), digits)}`,
      subtitle: `${context.measure.label}, ${unit}: from the year before joining to the mean of the first three years since, and what that is made of.`,
      about: results.map((d) => aboutResult({...d, schools: d.before_after.schools}, context)),
      notes: html`<span
        ><b>How to read it.</b> Schools are often picked after a bad year, so the next years look better whatever is
        done: that is the return. Results rise and fall everywhere: that is expected change, if schools had the same
        trend (A, upper bar) or the same past (B, lower bar). What remains is the effect of these years. The parts add
        up to the whole. ${warnings}</span
      >`,
      rows: results,
      columns: columns(digits),
      file: [partnership_type, phase, measure, "before-and-after"].join("-")
    })}
  </section>`;
}

const ends = ({same_trend: a, same_past: b}: BeforeAfter["effect"]) => ({from: Math.min(a, b), to: Math.max(a, b)});

function panel({before_after, role, unit, digits}: SplitResult, width: number): SVGSVGElement {
  const parts = listParts(before_after, digits);
  const rows = parts.flatMap((part, i) =>
    part.bars.map((bar, j) => {
      const [top, height] = part.bars.length === 1 ? [0.05, 0.36] : [0.02 + 0.23 * j, 0.19];
      return {...bar, partnership_type: part.partnership_type, top: i + top, bottom: i + top + height};
    })
  );
  const domain = extent([0, ...rows.flatMap(({from, to}) => [from, to])]) as [number, number];
  const {colour, textColour, glyph, name} = LOOKS[role];
  const axis = breakLines(`${unit}, first three years`, width, TEXT.small);
  const [left, right, top, bottom, step] = [24, 24, headsHeight(1, axis.length), 30, 52];
  const fill = {whole: "var(--ink-3)", return: "var(--paper)", expected: "var(--similar)", effect: colour};
  const found = `${parts.map((part) => `${part.label} ${part.says}`).join(", ")} ${unit} (${count(before_after.schools)} schools).`;
  return picture(describePicture("Bar chart of the before–after figure and the parts that add up to it", found), {
    width,
    height: top + parts.length * step + bottom,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    x: {domain, nice: true, axis: null},
    y: {domain: [-0.5, parts.length - 0.5], reverse: true, axis: null},
    marks: [
      ...changeAxis(domain),
      Plot.rect(rows, {
        x1: "from",
        x2: "to",
        y1: "top",
        y2: "bottom",
        fill: ({partnership_type, assumption}: (typeof rows)[number]) =>
          assumption === "B" && partnership_type === "effect" ? "var(--paper)" : fill[partnership_type],
        fillOpacity: ({partnership_type, assumption}: (typeof rows)[number]) =>
          assumption === "B" && partnership_type === "expected" ? 0.5 : 1,
        stroke: ({partnership_type}: (typeof rows)[number]) =>
          partnership_type === "effect" ? colour : partnership_type === "return" ? "var(--ink-3)" : "none",
        strokeWidth: 1.5
      }),
      Plot.text(
        rows.filter(({assumption}) => assumption !== null),
        {
          x: ({from, to}: (typeof rows)[number]) => Math.max(from, to),
          y: ({top, bottom}: (typeof rows)[number]) => (top + bottom) / 2,
          text: "assumption",
          dx: 9,
          fill: "var(--ink-3)",
          fontSize: TEXT.small
        }
      ),
      // Next to the bars alone: across the words it would strike them out.
      Plot.ruleX(parts, {
        x: () => 0,
        y1: (_, i: number) => i - 0.02,
        y2: (_, i: number) => i + 0.48,
        stroke: "var(--ink)",
        strokeWidth: 1.25
      }),
      ...parts.flatMap((part, i) => {
        const look = {
          y: i - 0.24,
          fill: "var(--ink)",
          fontSize: TEXT.body,
          fontWeight: part.partnership_type === "whole" || part.partnership_type === "effect" ? 600 : 400,
          ...HALO
        };
        return [
          label(part.label, {...look, frameAnchor: "left", textAnchor: "start", dx: -left}),
          label(part.says, {...look, frameAnchor: "right", textAnchor: "end", dx: right - 2})
        ];
      }),
      panelHeads({name: [`${glyph} ${name}`], axis}, {headingLines: 1, colour: textColour, top, left})
    ]
  });
}

const columns = (digits: number): Column<SplitResult>[] => {
  const part = (name: string, of: (d: BeforeAfter) => number): Column<SplitResult> => ({
    name,
    show: (d) => signed(of(d.before_after), digits),
    raw: (d) => of(d.before_after),
    numeric: true
  });
  return [
    {name: "Role", show: ({role}) => LOOKS[role].name},
    part("Before and after alone: misleading", (d) => d.before_after),
    part("Return from the year before", (d) => d.return),
    part("Expected change, if the same trend", (d) => d.expected.same_trend),
    part("Expected change, if the same past", (d) => d.expected.same_past),
    part("Effect, if the same trend", (d) => d.effect.same_trend),
    part("Effect, if the same past", (d) => d.effect.same_past),
    {name: "Schools", show: (d) => count(d.before_after.schools), raw: (d) => d.before_after.schools, numeric: true}
  ];
};
