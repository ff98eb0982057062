import {html} from "htl";
import {aboutResult, type ResultContext} from "../ui/about.js";
import {addressedChoice, findAddressed} from "../ui/addressed-choice.js";
import {beforeAfter, isSplit} from "./before-after.js";
import {beforeJoining} from "./before-joining.js";
import {cannot} from "./cannot.js";
import {buttons} from "../ui/controls.js";
import {effectsTable} from "./effects-table.js";
import {eventColumns, eventRows} from "./event-time-columns.js";
import {eventTimeKey} from "./event-time-key.js";
import {eventTimePanels} from "./event-time.js";
import {figure} from "../chart/figure.js";
import {fit} from "../chart/fit.js";
import {academicYear, number, signed} from "../ui/format.js";
import {howSure} from "./how-sure.js";
import {improvement} from "./improvement.js";
import {FAMILIES, FAMILY_WORDS, type Family} from "./interval-family.js";
import {losses} from "./losses.js";
import type {Result, ResultFile} from "../ui/release.js";
import {byRole} from "../ui/result-file.js";
import {whoGains} from "./who-gains.js";
import {WINDOWS} from "../chart/windows.js";

/** All that is shown of what joining added, for one choice: charts, figures, how sure, what misleads and what cannot be said. */
export function effects(file: ResultFile, context: ResultContext): HTMLElement {
  const results = byRole(file);
  const measured = results.find(({effect}) => effect !== null) ?? results[0];
  const apart = results.filter(isSplit);
  return html`<div>
    ${eventFigure(file, context)} ${effectsTable(results, measured.unit)} ${howSure(results)} ${whoGains(file, context)}
    ${improvement(results, context)} ${beforeJoining(results)} ${apart.length === 0 ? "" : beforeAfter(apart, context)}
    <h2 id="counted">Who is counted</h2>
    ${losses(results)}
    <h2 id="cannot">What this cannot tell you</h2>
    ${cannot(results)}
  </div>`;
}

const isFamily = (text: string): text is Family => text in FAMILIES;

/** The chart by years since joining. It draws one interval of each year; the reader may choose another. */
function eventFigure(file: ResultFile, context: ResultContext): HTMLElement {
  const choice = {name: "interval", label: "interval", values: Object.keys(FAMILIES), first: "union"};
  const place = html`<div></div>`;
  const options = Object.entries(FAMILIES).map(([value, label]) => ({value, label}));
  const control = buttons("interval", "Intervals", options, findAddressed(choice));
  const form = addressedChoice(control, choice, (value) => {
    if (isFamily(value)) place.replaceChildren(oneFamily(file, context, value));
  });
  return html`<div>${place} ${form}</div>`;
}

function oneFamily(file: ResultFile, context: ResultContext, family: Family): HTMLElement {
  const results = byRole(file);
  const measured = results.find(({event_times}) => event_times.length > 0) ?? results[0];
  return figure(
    fit((width) => eventTimePanels(results, {measure: context.measure, width, family})),
    {
      title: file.title,
      subtitle: `${writeSubtitle(measured, context)} Every school counts once. Thin lines: ${FAMILY_WORDS[family]}.`,
      about: results.map((d) => aboutResult(d, context)),
      key: eventTimeKey(),
      notes: eventNotes(measured),
      rows: eventRows(results),
      columns: eventColumns(measured),
      file: `${file.partnership_type}-${file.phase}-${file.measure}-effects`
    }
  );
}

/** Measure, and the unit that is printed. */
export function writeSubtitle(
  {unit, stated_in: printed}: Pick<Result, "unit" | "stated_in">,
  {measure}: Pick<ResultContext, "measure">
): string {
  const newest = printed === null ? "" : ` of ${printed.label}, ${academicYear(printed.year)}`;
  return `${measure.label}: what schools did beyond what was expected of them, in ${unit}${newest}.`;
}

const eventNotes = ({smallest_effect, unit, digits}: Result): HTMLElement =>
  html`<span
    ><b>How to read it.</b> Zero is what was expected of these schools had they not joined, if they would have had the
    same trend as schools of the same intake (A), or would have fared like schools of the same past (B). Either may be
    right; under either, the truth lies between. Year 0 is the first school year with at least two terms in the
    partnership; change is counted from the base years, ${signed(WINDOWS.base[0], 0)} to ${signed(WINDOWS.base[1], 0)}.
    The year before joining is no part of the base, because schools are often chosen after one bad year; filled, it is
    clear of zero itself, and speaks against what follows. The mean is of years ${WINDOWS.after[0]} to
    ${WINDOWS.after[1]}; within ${number(smallest_effect.value, digits)} ${unit} it is too small to matter.</span
  >`;
