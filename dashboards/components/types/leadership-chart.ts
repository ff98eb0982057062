import * as Plot from "@observablehq/plot";
import {extent, range as integers, scaleLinear} from "d3";
import {onYears, schoolYear} from "../ui/dates.js";
import {academicYear, number, small} from "../ui/format.js";
import {describePicture, GRID, HALO, label, picture, tickDigits} from "../chart/plot.js";
import type {LeadershipFile, MeasureRow, NationalSeries} from "../ui/release.js";
import {TEXT} from "../chart/text-lines.js";

type LeadershipPhase = LeadershipFile["phases"][number];

/** A phase as far as it lies on the axis; `open` ends are not known, or go on. */
export interface PhaseBar {
  phase: string;
  words: string;
  from: number;
  to: number;
  open: boolean;
}

const WORDS = {head_centric: "heads alone", distributed: "shared leadership"};

/** The bars of phases on an axis of years; a phase that is over before the first year has none. */
export const phaseBars = (phases: readonly LeadershipPhase[], [first, last]: readonly [number, number]): PhaseBar[] =>
  phases.flatMap(({phase, leadership, schools, start, end}) => {
    const from = Math.max(first - 0.5, start === null ? first - 0.5 : onYears(start));
    const to = Math.min(last + 0.5, end === null ? last + 0.5 : onYears(end));
    if (to <= from) return [];
    return [{phase, words: `${phase}: ${WORDS[leadership]}, ${schools} schools`, from, to, open: end === null}];
  });

/** Points of every year; NaN in years without a result and between comparable series, so that no line crosses a break. */
export function unbroken({points}: Pick<NationalSeries, "points">): {year: number; series_id: number; value: number}[] {
  const comparable_series = [...new Set(points.map(({series_id}) => series_id))];
  return comparable_series.flatMap((series_id) => {
    const found = new Map(points.filter((d) => d.series_id === series_id).map((d) => [d.year, d.value]));
    const [first, last] = extent(found.keys()) as [number, number];
    return integers(first, last + 1).map((year) => ({year, series_id, value: found.get(year) ?? NaN}));
  });
}

/** From the first date that is known of any phase to the last year of the series. */
export function leadershipYears(
  phases: readonly LeadershipPhase[],
  {points}: Pick<NationalSeries, "points">
): [number, number] {
  const known = phases.flatMap(({start, end}) => [start, end].filter((date) => date !== null).map(schoolYear));
  const years = points.map(({year}) => year);
  return [Math.min(...known, ...years), Math.max(...years)];
}

const [ROW, TOP, LEFT, RIGHT, BOTTOM, HEIGHT] = [26, 8, 46, 28, 34, 220];

/** A national mean year by year under bars of the phases of school leadership, from before the first was published. */
export function leadershipChart(
  phases: readonly LeadershipPhase[],
  series: NationalSeries,
  {measure, width}: {measure: MeasureRow; width: number}
): SVGSVGElement {
  const years = leadershipYears(phases, series);
  const bars = phaseBars(phases, years);
  const points = unbroken(series);
  const scale = scaleLinear(extent(series.points, ({value}) => value) as [number, number], [HEIGHT, 0]).nice(5);
  const domain = scale.domain() as [number, number];
  const row = ((domain[1] - domain[0]) / HEIGHT) * ROW;
  const roof = domain[1] + row * (bars.length + 1.2);
  const at = (i: number) => domain[1] + row * (bars.length - i + 1.1);
  const step = (width - LEFT - RIGHT) / (years[1] - years[0] + 1);
  const every = Math.ceil(60 / step);
  const starts = points.filter((d, i) => i > 0 && points[i - 1].series_id !== d.series_id);
  const [first, last] = [series.points[0], series.points.at(-1)!];
  const inside = {x1: years[0] - 0.5, x2: years[1] + 0.5};
  return picture(describePicture(shownBy(series, measure, bars.length), foundBy(series, measure, starts.length + 1)), {
    width,
    height: TOP + HEIGHT + ROW * (bars.length + 1.2) + BOTTOM,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: {domain: [inside.x1, inside.x2], axis: null},
    y: {domain: [domain[0], roof], axis: null},
    marks: [
      Plot.ruleX(bars, {
        x: "from",
        y1: domain[0],
        y2: (_: PhaseBar, i: number) => at(i),
        stroke: "var(--edge)",
        strokeDasharray: "2,3"
      }),
      Plot.rect(bars, {
        x1: "from",
        x2: "to",
        y1: (_: PhaseBar, i: number) => at(i),
        y2: (_: PhaseBar, i: number) => at(i) - row * 0.85,
        fill: "var(--wash)",
        stroke: "var(--hair)"
      }),
      ...bars.map((bar, i) =>
        phaseName(bar, {y: at(i) - row * 0.42, late: (bar.from - years[0]) * step > width * 0.55, wide: width >= 480})
      ),
      Plot.gridY(scale.ticks(5), {...GRID, ...inside}),
      Plot.axisY(scale.ticks(5), {
        tickSize: 0,
        tickPadding: 6,
        label: null,
        fill: "var(--ink-2)",
        tickFormat: (v: number) => number(v, tickDigits(domain, 5))
      }),
      Plot.ruleX(starts, {
        x: ({year}: {year: number}) => year - 0.5,
        y1: domain[0],
        y2: domain[1],
        stroke: "var(--ink-3)",
        strokeDasharray: "5,3"
      }),
      Plot.line(points, {x: "year", y: "value", z: "series_id", stroke: "var(--ink)", strokeWidth: 2.5}),
      Plot.dot(points, {x: "year", y: "value", r: 2.5, fill: "var(--ink)"}),
      label(`first published\n${academicYear(first.year)}`, {
        x: first.year,
        y: domain[1],
        dx: -6,
        dy: 4,
        lineAnchor: "top",
        lineHeight: 1.15,
        textAnchor: first.year - years[0] > (years[1] - years[0]) / 4 ? "end" : "start",
        ...HALO
      }),
      Plot.text(
        integers(years[0], years[1] + 1).filter((year) => (last.year - year) % every === 0),
        {
          x: (year: number) => year,
          frameAnchor: "bottom",
          lineAnchor: "top",
          dy: 8,
          text: academicYear,
          fill: "var(--ink-2)",
          fontSize: TEXT.small
        }
      )
    ]
  });
}

const shownBy = ({phase}: NationalSeries, {subject}: MeasureRow, bars: number): string =>
  `Line chart of the ${small(subject)}, mean of ${phase} schools, by year, under bars of ${bars} phases of school leadership`;

function foundBy({points}: NationalSeries, {digits}: MeasureRow, ways: number): string {
  const reportPoint = ({value, year, schools}: NationalSeries["points"][number]) =>
    `${number(value, digits)} in ${academicYear(year)} (${number(schools, 0)} schools)`;
  const measured = ways === 1 ? "" : ` It was measured in ${ways} ways, which cannot be compared.`;
  return `It was ${reportPoint(points[0])} and ${reportPoint(points.at(-1)!)}.${measured}`;
}

/** The words of a phase in its bar, at its end where it begins too far right for them. */
const phaseName = (
  {from, to, words, open, phase}: PhaseBar,
  {y, late, wide}: {y: number; late: boolean; wide: boolean}
): Plot.Text =>
  label(`${wide ? words : `Phase ${phase}`}${open ? " →" : ""}`, {
    x: late ? to : from,
    y,
    textAnchor: late ? "end" : "start",
    dx: late ? -5 : 5,
    fill: "var(--ink-2)",
    ...HALO
  });
