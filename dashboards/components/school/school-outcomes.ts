import {html} from "htl";
import {DESCRIBED, phaseWords, type About} from "../ui/about.js";
import {addressedChoice, findAddressed} from "../ui/addressed-choice.js";
import {menu} from "../ui/controls.js";
import {onYears} from "../ui/dates.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {academicYear, academicYears, capital, counted, number, signed, spelled} from "../ui/format.js";
import {byDomain} from "../ui/domains.js";
import {outcomesWithout, withoutList} from "../ui/outcomes-without.js";
import {schoolBars} from "./school-bars.js";
import {newUrnDays} from "./school-facts.js";
import {hasPositions, positions, schoolPosition} from "./school-position.js";
import {schoolSeries} from "./school-series.js";
import {findGaps, listSeriesSpans, listYears, type SchoolOutcome, type SeriesSpan} from "./series-spans.js";
import type {InventoryNote, MeasureRow, ReasonRow, SchoolFile} from "../ui/release.js";
import type {Column} from "../ui/table.js";

export interface OutcomeContext {
  measures: readonly MeasureRow[];
  reasons: readonly ReasonRow[];
  inventory: InventoryNote;
}

const hasValues = ({values}: SchoolOutcome): boolean => values.some((d) => d !== null);

/** A school’s outcomes, one at a time: as published, its partnerships on the same years, and its position among all. */
export function schoolOutcomes(note: SchoolFile, context: OutcomeContext): HTMLElement {
  const there = note.outcomes.filter(hasValues);
  const options = byDomain(context.measures).flatMap(({label: group, measures}) =>
    measures.filter(({id}) => there.some((d) => d.measure === id)).map(({id, label}) => ({value: id, label, group}))
  );
  const without = withoutList(
    outcomesWithout(context.inventory, context.measures, {
      shown: new Set(there.map(({measure}) => measure)),
      phases: note.phase === null ? [] : [note.phase]
    })
  );
  if (options.length === 0) {
    return html`<div>
      <p>No figure of this school is published in this release.</p>
      ${without}
    </div>`;
  }
  const values = options.map(({value}) => value);
  const choice = {name: "measure", label: "outcome of this school", values, first: values[0]};
  const place = html`<div></div>`;
  const show = (id: string) => {
    const outcome = there.find((d) => d.measure === id)!;
    const measure = context.measures.find((d) => d.id === id)!;
    place.replaceChildren(
      seriesFigure(note, {outcome, measure}, context),
      hasPositions(outcome) ? positionFigure(note, {outcome, measure}) : noPosition
    );
  };
  const form = addressedChoice(menu("measure", "Outcome", options, findAddressed(choice)), choice, show);
  return html`<div>${form} ${place} ${without}</div>`;
}

const noPosition = html`<p class="small">
  Its position among all schools is not worked out for this outcome: too few schools have a figure, or it is no
  mainstream school.
</p>`;

interface Shown {
  outcome: SchoolOutcome;
  measure: MeasureRow;
}

const aboutSchool = ({name, phase}: SchoolFile, {outcome, measure}: Shown): About => ({
  type: name,
  phase: phaseWords([phase]),
  outcome: measure.label,
  role: "The school itself",
  years: academicYears(...listYears(outcome)),
  schools: 1,
  strength: DESCRIBED
});

/** On the axis of years: where the school got another URN, as far as the axis goes. */
const newUrnsOn = (note: SchoolFile, [first, last]: readonly [number, number]): number[] =>
  newUrnDays(note)
    .map(onYears)
    .filter((d) => d > first - 0.5 && d < last + 0.5);

function seriesFigure(note: SchoolFile, {outcome, measure}: Shown, {reasons}: OutcomeContext): HTMLElement {
  const all = listSeriesSpans(outcome, measure);
  const years = listYears(outcome);
  const newUrns = newUrnsOn(note, years);
  const gaps = findGaps(outcome);
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
      notes: seriesRemarks(all, newUrns.length > 0),
      rows: outcome.years.map((year, i) => ({year, i})),
      columns: seriesColumns({outcome, measure}, reasons),
      file: `school-${note.id}-${measure.id}`,
      single: true
    }
  );
}

function seriesRemarks(all: readonly SeriesSpan[], hasNewUrn: boolean): Node {
  const named = all.map(({letter, label, unit, points, why}, i) => {
    const years = academicYears(points[0].year, points.at(-1)!.year);
    return `${letter}, ${years}: ${label}, ${unit}${i > 0 && why !== "" ? ` (${why})` : ""}.`;
  });
  return html`<span>
    <b>How to read it.</b>
    ${all.length > 1 ? "Either side of a dashed line was counted differently; series in different units have their own scales." : ""}
    Hatched years have no figure: the table says why.
    ${hasNewUrn ? "Dotted line: the school got a new number (URN)." : ""} ${named.join(" ")}
  </span>`;
}

/** The meaning of a reason code, as the release states it. */
const meaning = (code: string | null | undefined, reasons: readonly ReasonRow[]): string => {
  if (code === null || code === undefined) return "";
  return capital(reasons.find(({reason}) => reason === code)?.meaning ?? spelled(code));
};

function seriesColumns({outcome, measure}: Shown, reasons: readonly ReasonRow[]): Column<{year: number; i: number}>[] {
  const series_id = (year: number) =>
    measure.comparable_series.find(({from, to}) => year >= from && (to === null || year <= to));
  return [
    {name: "Year", show: ({year}) => academicYear(year)},
    {name: "Counted as", show: ({year}) => series_id(year)?.label ?? "not counted"},
    {name: "Unit", show: ({year}) => series_id(year)?.unit ?? measure.unit},
    {
      name: "As published",
      show: ({i}) => (outcome.values[i] == null ? "none" : number(outcome.values[i], measure.digits)),
      raw: ({i}) => outcome.values[i] ?? null,
      numeric: true
    },
    {name: "Why there is none", show: ({i}) => meaning(outcome.missing[i], reasons)},
    {
      name: "Position among all schools, standard deviations",
      show: ({i}) => (outcome.standardised[i] == null ? "none" : signed(outcome.standardised[i], 2)),
      raw: ({i}) => outcome.standardised[i] ?? null,
      numeric: true
    }
  ];
}

function positionFigure(note: SchoolFile, {outcome, measure}: Shown): HTMLElement {
  const points = positions(outcome);
  const years = listYears(outcome);
  const breaks = listSeriesSpans(outcome, measure)
    .slice(1)
    .map(({points: some}) => some[0].year - 0.5);
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
