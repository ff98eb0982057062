import type * as Plot from "@observablehq/plot";
import {scaleLinear} from "d3";
import {baseWindow, scaffold} from "./levels-axes.js";
import {levelLines} from "./levels-lines.js";
import {levelsHeading, lineNames, yearsAndCounts} from "./levels-words.js";
import {LOOKS} from "./look.js";
import {headsHeight, panelHeads} from "./panel-heads.js";
import {picture} from "./plot.js";
import type {ComparisonNote, Group, Level} from "./release.js";
import {alternative, finding, hasSimilar, type Scale} from "./sentences.js";
import {linesOf, TEXT} from "./text-lines.js";

/** What the panels of a figure share. */
export interface Frame {
  scale: Scale;
  digits: number;
  width: number;
  years: readonly number[];
  domain: readonly [number, number];
  headingLines: number;
  axisLines: readonly string[];
}

/** A group in one year since joining; NaN where there is nothing. */
export interface Point {
  group: Group;
  year: number;
  value: number;
  low: number;
  high: number;
  schools: number;
}

/** Where the parts of a panel lie, in px. */
export interface Place {
  top: number;
  left: number;
  right: number;
  bottom: number;
  height: number;
  /** Between one year and the next. */
  step: number;
}

const GROUPS: readonly Group[] = ["all", "similar", "joined"];

/** A point for every year of the axis, so that no line is drawn across a gap. */
function everyYear(levels: readonly Level[], group: Group, years: readonly number[]): Point[] {
  const found = new Map(levels.filter((d) => d.group === group).map((d) => [d.event_time, d]));
  return years.map((year) => {
    const level = found.get(year);
    return {
      group,
      year,
      value: level?.value ?? NaN,
      low: level?.low ?? NaN,
      high: level?.high ?? NaN,
      schools: level?.schools ?? 0
    };
  });
}

/** The mean of a role's schools by years since joining, with similar schools and all schools. */
export function levelsPanel(comparison: ComparisonNote, frame: Frame): SVGSVGElement {
  const {scale, width, years, axisLines, headingLines} = frame;
  const {role, levels} = comparison;
  const series = GROUPS.map((group) => everyYear(levels, group, years));
  const top = headsHeight(headingLines, axisLines.length);
  const [left, right, bottom] = [46, 80, 66];
  const height = top + 252 + bottom;
  const place = {top, left, right, bottom, height, step: (width - left - right) / years.length};
  const y = scaleLinear(frame.domain, [height - bottom, top]).nice(5);
  const [heading, said] = levelsHeading(comparison, frame).map((text) => linesOf(text, width, TEXT.title));
  const name = LOOKS[role].name.toLowerCase();
  const shown = `Line chart of the ${scale.subject} in ${name}, ${hasSimilar(comparison) ? "similar schools and " : ""}all schools, by years since joining`;
  const marks: Plot.Markish[] = [
    ...scaffold(years, y.domain() as [number, number]),
    ...levelLines(series, role),
    ...lineNames(series, y, {role, place}),
    ...panelHeads(
      {name: heading!, found: said, axis: axisLines},
      {headingLines, colour: LOOKS[role].textColour, top, left}
    ),
    ...baseWindow(years, place),
    ...yearsAndCounts(series.at(-1)!, place)
  ];
  return picture(alternative(shown, finding(comparison, scale, frame)), {
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    x: {domain: [years[0]! - 0.5, years.at(-1)! + 0.5], axis: null},
    y: {domain: y.domain(), axis: null},
    marks
  });
}
