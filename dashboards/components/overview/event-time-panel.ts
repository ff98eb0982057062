import type * as Plot from "@observablehq/plot";
import {scaleLinear} from "d3";
import type {EventFrame, EventPlace, EventYear} from "./event-time-frame.js";
import {averageMarks, eventScaffold, yearMarks} from "./event-time-marks.js";
import {averageLimits, countsUnder, eventHeading, yearNotes} from "./event-time-words.js";
import {small} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import {headsHeight, panelHeads} from "../chart/panel-heads.js";
import {describePicture, picture} from "../chart/plot.js";
import type {Result} from "../ui/release.js";
import {breakLines, TEXT} from "../chart/text-lines.js";

const HEIGHT = 216;
/** For the limits of the mean, above and below it, in px. */
const ROOM = 18;

/** Effect by years since joining: both assumptions as lines, each year’s range and interval, and the mean of the years since. */
export function eventTimePanel(result: Result, frame: EventFrame): SVGSVGElement {
  const {width, years, headingLines, axisLines, measure} = frame;
  const there = new Map(result.event_times.map((d) => [d.event_time, d]));
  const rows = years.map((year): EventYear => ({year, at: there.get(year) ?? null}));
  const [first, last] = [years[0], years.at(-1)!];
  const [left, right, bottom] = [58, 4, 62];
  const top = headsHeight(headingLines, axisLines.length);
  const average = last + 2;
  const end = average + 1;
  const step = (width - left - right) / (end - first + 0.5);
  const place: EventPlace = {first, last, average, top, left, right, bottom, step};
  const [low, high] = frame.domain;
  const room = (ROOM * (high - low)) / HEIGHT;
  const domain = scaleLinear([low - room, high + room], [0, 1])
    .nice(6)
    .domain() as [number, number];
  const shortest = (5 * (domain[1] - domain[0])) / HEIGHT;
  const [name, found] = eventHeading(result).map((text) => breakLines(text, width, TEXT.title));
  const shown = `Chart of the ${small(measure.subject)} in ${small(LOOKS[result.role].name)} by years since joining, beyond what was expected of them`;
  const marks: Plot.Markish[] = [
    ...eventScaffold(result, {domain, place}),
    ...yearMarks(rows, result, {family: frame.family, shortest}),
    ...averageMarks(result, place, shortest),
    ...panelHeads(
      {name: name, found, axis: axisLines},
      {headingLines, colour: LOOKS[result.role].textColour, top, left}
    ),
    ...yearNotes(rows, place),
    ...averageLimits(result, place),
    ...countsUnder(rows, result, place)
  ];
  return picture(describePicture(shown, result.words.sentence), {
    width,
    height: top + HEIGHT + bottom,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    x: {domain: [first - 0.5, end], axis: null},
    y: {domain, axis: null},
    marks
  });
}
