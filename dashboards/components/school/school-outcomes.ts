import {html} from "htl";
import type {About} from "../ui/about.js";
import {fromAddress, toAddress} from "../ui/address.js";
import {menu} from "../ui/controls.js";
import {onYears} from "../ui/dates.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {academicYear, academicYears, capital, counted, number, signed, spelled} from "../ui/format.js";
import {byLine} from "../ui/lines.js";
import {schoolBars} from "./school-bars.js";
import {newUrnDays} from "./school-facts.js";
import {hasPositions, positions, schoolPosition} from "./school-position.js";
import {schoolSeries} from "./school-series.js";
import {gapsOf, stretches, yearsOf, type SchoolOutcome, type Stretch} from "./school-stretches.js";
import type {MeasureNote, ReasonNote, SchoolNote} from "../ui/release.js";
import type {Column} from "../ui/table.js";

export interface OutcomeContext {
  measures: readonly MeasureNote[];
  reasons: readonly ReasonNote[];
}

const hasValues = ({values}: SchoolOutcome): boolean => values.some((d) => d !== null);

/** A school’s outcomes, one at a time: as published, its partnerships on the same years, and its position among all. */
export function schoolOutcomes(note: SchoolNote, context: OutcomeContext): HTMLElement {
  const there = note.outcomes.filter(hasValues);
  const options = byLine(context.measures).flatMap(({label: group, measures}) =>
    measures.filter(({id}) => there.some((d) => d.measure === id)).map(({id, label}) => ({value: id, label, group}))
  );
  if (options.length === 0) return html`<p>No figure of this school is published in this release.</p>`;
  const asked = fromAddress("measure");
  const start = options.some(({value}) => value === asked) ? asked! : options[0]!.value;
  const place = html`<div></div>`;
  const show = (id: string) => {
    const outcome = there.find((d) => d.measure === id)!;
    const measure = context.measures.find((d) => d.id === id)!;
    place.replaceChildren(
      seriesFigure(note, {outcome, measure}, context),
      hasPositions(outcome) ? positionFigure(note, {outcome, measure}) : noPosition
    );
  };
  const form = html`<form class="controls" ${{onsubmit: (event: Event) => event.preventDefault()}}>
    ${menu("measure", "Outcome", options, start)}
  </form>`;
  form.addEventListener("input", (event) => {
    const {value} = event.target as HTMLSelectElement;
    toAddress({measure: value});
    show(value);
  });
  show(start);
  return html`<div>${form} ${place}</div>`;
}

const noPosition = html`<p class="small">
  Its position among all schools is not worked out for this outcome: too few schools have a figure, or it is no
  mainstream school.
</p>`;

interface Shown {
  outcome: SchoolOutcome;
  measure: MeasureNote;
}

const aboutSchool = ({phase}: SchoolNote, {outcome, measure}: Shown): About => ({
  type: "One school",
  phase,
  outcome: measure.label,
  years: academicYears(...yearsOf(outcome)),
  schools: 1
});

/** On the axis of years: where the school got another URN, as far as the axis goes. */
const newUrnsOn = (note: SchoolNote, [first, last]: readonly [number, number]): number[] =>
  newUrnDays(note)
    .map(onYears)
    .filter((d) => d > first - 0.5 && d < last + 0.5);

function seriesFigure(note: SchoolNote, {outcome, measure}: Shown, {reasons}: OutcomeContext): HTMLElement {
  const all = stretches(outcome, measure);
  const years = yearsOf(outcome);
  const newUrns = newUrnsOn(note, years);
  const gaps = gapsOf(outcome);
  const dated = note.memberships.filter(({joined}) => joined !== null);
  const several = all.length > 1 ? ` ${all.length} ways of counting, which cannot be compared with each other.` : "";
  return figure(
    fit((width) => {
      const options = {width: Math.min(width, 760), years, newUrns};
      const name = `${measure.label} in ${note.name}`;
      return html`<div>
        ${schoolSeries(all, {...options, name, digits: measure.digits, gaps})}
        ${dated.length > 0 ? schoolBars(dated, options) : ""}
      </div>`;
    }),
    {
      title: `${measure.label}${dated.length > 0 ? ", and the partnerships it belonged to" : ""}`,
      subtitle: `${note.name}, as published, ${academicYears(...years)}.${several}`,
      about: [aboutSchool(note, {outcome, measure})],
      notes: seriesNotes(all, newUrns.length > 0),
      rows: outcome.years.map((year, i) => ({year, i})),
      columns: seriesColumns({outcome, measure}, reasons),
      file: `school-${note.id}-${measure.id}`,
      single: true
    }
  );
}

function seriesNotes(all: readonly Stretch[], hasNewUrn: boolean): Node {
  const named = all.map(({letter, label, unit, points, why}, i) => {
    const years = academicYears(points[0]!.year, points.at(-1)!.year);
    return `${letter}, ${years}: ${label}, ${unit}${i > 0 && why !== "" ? ` (${why})` : ""}.`;
  });
  return html`<span>
    <b>How to read it.</b>
    ${all.length > 1 ? "Either side of a dashed line was counted differently; stretches in different units have their own scales." : ""}
    Hatched years have no figure: the table says why.
    ${hasNewUrn ? "Dotted line: the school got a new number (URN)." : ""} ${named.join(" ")}
  </span>`;
}

/** The meaning of a reason code, as the release tells it. */
const meaning = (code: string | null | undefined, reasons: readonly ReasonNote[]): string => {
  if (code === null || code === undefined) return "";
  return capital(reasons.find(({reason}) => reason === code)?.meaning ?? spelled(code));
};

function seriesColumns({outcome, measure}: Shown, reasons: readonly ReasonNote[]): Column<{year: number; i: number}>[] {
  const segment = (year: number) => measure.segments.find(({from, to}) => year >= from && (to === null || year <= to));
  return [
    {name: "Year", show: ({year}) => academicYear(year)},
    {name: "Counted as", show: ({year}) => segment(year)?.label ?? "not counted"},
    {name: "Unit", show: ({year}) => segment(year)?.unit ?? measure.unit},
    {
      name: "As published",
      show: ({i}) => (outcome.values[i] == null ? "none" : number(outcome.values[i], measure.digits)),
      raw: ({i}) => outcome.values[i] ?? null,
      numeric: true
    },
    {name: "Why there is none", show: ({i}) => meaning(outcome.missing[i], reasons)},
    {
      name: "Position among all schools, standard deviations",
      show: ({i}) => (outcome.bridged[i] == null ? "none" : signed(outcome.bridged[i], 2)),
      raw: ({i}) => outcome.bridged[i] ?? null,
      numeric: true
    }
  ];
}

function positionFigure(note: SchoolNote, {outcome, measure}: Shown): HTMLElement {
  const points = positions(outcome);
  const years = yearsOf(outcome);
  const breaks = stretches(outcome, measure)
    .slice(1)
    .map(({points: some}) => some[0]!.year - 0.5);
  const there = points.filter(({value}) => Number.isFinite(value));
  return figure(
    fit((width) => schoolPosition(points, {name: measure.label, width: Math.min(width, 760), years, breaks})),
    {
      title: "The same, as a position among all schools of each year",
      subtitle: `${measure.label}, ${counted(there.length, "year")}, in standard deviations from the mean of all mainstream schools of its phase.`,
      about: [aboutSchool(note, {outcome, measure})],
      notes: html`<b>How to read it.</b> This scale crosses changes in exams, since each school is set against all
        others of its year. It shows where a school stood, not whether standards rose.
        ${measure.better === "lower" ? "Lower is better." : measure.better === "higher" ? "Higher is better." : ""} A
        single school swings by chance.`,
      rows: there,
      columns: [
        {name: "Year", show: ({year}) => academicYear(year)},
        {
          name: "Position, standard deviations",
          show: ({value}) => signed(value, 2),
          raw: ({value}) => value,
          numeric: true
        }
      ],
      file: `school-${note.id}-${measure.id}-position`,
      single: true
    }
  );
}
