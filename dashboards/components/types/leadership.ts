import {html} from "htl";
import {DESCRIBED} from "../ui/about.js";
import {addressedChoice, findAddressed} from "../ui/addressed-choice.js";
import {menu} from "../ui/controls.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {folded} from "../ui/folded.js";
import {academicYear, academicYears, count, number} from "../ui/format.js";
import {leadershipChart} from "./leadership-chart.js";
import {PHASES} from "../chart/look.js";
import type {LeadershipFile, MeasureRow, NationalSeries} from "../ui/release.js";
import {table} from "../ui/table.js";
import {dated} from "../ui/dates.js";

const makeId = ({measure, phase}: NationalSeries): string => `${measure}.${phase}`;

/** Phases of school leadership and their policies, behind a long national series that the reader chooses. */
export function leadershipView(leadership: LeadershipFile, measures: readonly MeasureRow[]): HTMLElement {
  const series = leadership.series.filter(({measure}) => measures.some(({id}) => id === measure));
  const nameSeries = (d: NationalSeries) =>
    `${measures.find(({id}) => id === d.measure)!.label}, ${PHASES[d.phase].toLowerCase()}`;
  const box = html`<div></div>`;
  const draw = (id: string) => {
    const shown = series.find((d) => makeId(d) === id)!;
    box.replaceChildren(
      leadershipFigure(
        leadership,
        shown,
        measures.find((d) => d.id === shown.measure)!
      )
    );
  };
  const longest = [...series].sort((a, b) => b.points.length - a.points.length).at(0);
  const options = series.map((d) => ({value: makeId(d), label: nameSeries(d)}));
  const choice = {
    name: "series",
    label: "national series",
    values: options.map(({value}) => value),
    first: longest ? makeId(longest) : ""
  };
  const form = longest
    ? addressedChoice(menu("series", "National series", options, findAddressed(choice)), choice, draw)
    : html`<p>No measure was published for long enough to draw.</p>`;
  return html`<div>
    <p>
      What heads were asked to be, and schools to each other, changed with the times. The phases stand behind a national
      mean: they show when, and say nothing of why it moved.
    </p>
    ${form} ${box} ${folded("The phases, their policies, and where their dates come from", () => sources(leadership))}
  </div>`;
}

function leadershipFigure(leadership: LeadershipFile, series: NationalSeries, measure: MeasureRow): HTMLElement {
  return figure(
    fit((width) => leadershipChart(leadership.phases, series, {measure, width: Math.min(width, 760)})),
    {
      title: `${measure.label}, and four phases of school leadership`,
      subtitle: `Mean of all state-funded mainstream ${series.phase} schools in England, as published. Every school counts once.`,
      about: [
        {
          type: "All state-funded mainstream schools of England",
          phase: `${series.phase} schools`,
          outcome: measure.label,
          role: "All schools",
          years: academicYears(series.points[0].year, series.points.at(-1)!.year),
          schools: series.points.at(-1)!.schools,
          strength: DESCRIBED
        }
      ],
      notes: html`<span
        ><b>How to read it.</b> Bars are the phases, which overlap, and many of their dates are rough. The line breaks
        at the dashes where what is measured changed, and where nothing was published: heights on either side of a break
        cannot be compared.</span
      >`,
      rows: series.points,
      columns: [
        {name: "Year", show: ({year}) => academicYear(year)},
        {name: "Measured as", show: ({series_id}) => measure.comparable_series[series_id]?.label ?? measure.label},
        {name: "Mean", show: ({value}) => number(value, measure.digits), raw: ({value}) => value, numeric: true},
        {name: "Schools", show: ({schools}) => count(schools), raw: ({schools}) => schools, numeric: true}
      ],
      file: `leadership-${series.measure}-${series.phase}`,
      single: true
    }
  );
}

function sources({phases, policies}: LeadershipFile): HTMLElement {
  const end = ({end, end_precision: precision}: {end: string | null; end_precision: string}) =>
    dated(end, precision, precision === "open" ? "goes on" : "not known");
  return html`<div>
    ${table("Phases of school leadership", phases, [
      {name: "Phase", show: (d) => d.phase},
      {name: "What it was", show: (d) => d.meaning},
      {name: "From", show: (d) => dated(d.start, d.start_precision, "not known")},
      {name: "To", show: end},
      {name: "Source", show: (d) => d.source}
    ])}
    ${table("Policies of the phases", policies, [
      {name: "Policy", show: (d) => d.policy},
      {name: "Phase", show: (d) => d.phase},
      {name: "From", show: (d) => dated(d.start, d.start_precision, "not known")},
      {name: "To", show: end},
      {name: "Source", show: (d) => d.source},
      {name: "How sure", show: (d) => d.confidence}
    ])}
  </div>`;
}
