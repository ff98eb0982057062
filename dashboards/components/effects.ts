import {html} from "htl";
import {cannot} from "./cannot.js";
import {effectsTable} from "./effects-table.js";
import {eventColumns, eventRows} from "./event-time-columns.js";
import {eventTimeKey} from "./event-time-key.js";
import {eventTimePanels} from "./event-time.js";
import {figure} from "./figure.js";
import {fit} from "./fit.js";
import {academicYear, academicYears, number, signed} from "./format.js";
import {howSure} from "./how-sure.js";
import {losses} from "./losses.js";
import {misleadingFigure} from "./misleading.js";
import {isMisleading} from "./naive-fair.js";
import type {MeasureNote, Result, ResultFile} from "./release.js";
import {byRole} from "./result-file.js";
import {WINDOWS} from "./windows.js";

/** All that is shown of what joining added, for one choice: charts, figures, how sure, what misleads and what cannot be said. */
export function effects(file: ResultFile, measure: MeasureNote): HTMLElement {
  const results = byRole(file);
  const found = results.filter(({effect}) => effect !== null);
  const told = found[0] ?? results[0]!;
  const misleading = results.filter(isMisleading);
  return html`<div>
    ${eventFigure(file, measure)} ${effectsTable(results, told.unit)} ${howSure(results)}
    ${misleading.length === 0 ? "" : misleadingFigure(misleading, measure)}
    <h2 id="counted">Who is counted</h2>
    ${losses(results)}
    <h2 id="cannot">What this cannot tell you</h2>
    ${cannot(results)}
  </div>`;
}

function eventFigure(file: ResultFile, measure: MeasureNote): HTMLElement {
  const results = byRole(file);
  const told = results.find(({event_times}) => event_times.length > 0) ?? results[0]!;
  return figure(
    fit((width) => eventTimePanels(results, {measure, width})),
    {
      title: file.title,
      subtitle: `${subtitleOf(told, measure)} Every school counts once.`,
      key: eventTimeKey(),
      notes: eventNotes(told),
      rows: eventRows(results),
      columns: eventColumns(told),
      file: `${file.kind}-${file.phase}-${file.measure}-effects`
    }
  );
}

/** Measure, unit, who and when. */
export function subtitleOf({phase, unit, vintage, told_in: told}: Result, {label}: MeasureNote): string {
  const newest = told === null ? "" : ` of ${told.label}, ${academicYear(told.year)}`;
  const years = academicYears(vintage.first_year, vintage.last_year);
  return `${label}: difference from similar schools in ${unit}${newest}. ${PHASE_SCHOOLS[phase]} in England, ${years}.`;
}

const PHASE_SCHOOLS = {primary: "Primary schools", secondary: "Secondary schools", special: "Special schools"};

const eventNotes = ({worth, unit, digits}: Result): HTMLElement =>
  html`<span
    ><b>How to read it.</b> Zero is what similar schools did. Year 0 is the first school year with at least two terms in
    the partnership; change is counted from the base years, ${signed(WINDOWS.base[0], 0)} to
    ${signed(WINDOWS.base[1], 0)}. Before joining the marks should lie on zero; where they do not, distrust what
    follows. The year before joining is left out of the base, because schools are often chosen after one bad year. The
    average is of years ${WINDOWS.after[0]} to ${WINDOWS.after[1]}; within ${number(worth.value, digits)} ${unit} it is
    too small to matter.</span
  >`;
