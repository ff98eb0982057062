import {html} from "htl";
import {fromAddress, toAddress} from "./address.js";
import {answering, onScale, scalesFor, type Choice} from "./choice.js";
import {menu} from "./controls.js";
import {figure} from "./figure.js";
import {levelColumns, levelRows, rateColumns} from "./figure-columns.js";
import {fit} from "./fit.js";
import {academicYears, capital, digitsFor, clearValue, signed} from "./format.js";
import {levels} from "./levels.js";
import {levelsNotes, ratesNotes} from "./notes.js";
import {rateRows} from "./rate-rows.js";
import {rates} from "./rates.js";
import type {ComparisonNote, MeasureNote} from "./release.js";
import {rolesTable} from "./roles-table.js";
import {scaleLabel} from "./scale-label.js";
import {hasRates, rateDigits, scaleOf, title, type Scale} from "./sentences.js";
import {WINDOWS} from "./windows.js";

interface Described {
  comparisons: readonly ComparisonNote[];
  scale: Scale;
  subtitle: string;
  /** How the names of downloads begin. */
  file: string;
}

/** What happened, as published and a year: described, on a scale that the reader may change. Nothing where nobody can be compared. */
export function described(
  all: readonly ComparisonNote[],
  asked: Omit<Choice, "scale">,
  measure: MeasureNote
): HTMLElement {
  const choice = onScale(all, {...asked, scale: fromAddress("scale") ?? ""});
  const scales = scalesFor(all, choice);
  if (scales.length === 0) return html`<div></div>`;
  const box = html`<div></div>`;
  const draw = (scale: string) => box.replaceChildren(onOneScale(answering(all, {...choice, scale}), measure));
  draw(choice.scale);
  const offered = scales.map((value) => ({value, label: scaleLabel(value, measure)}));
  return html`<section aria-labelledby="described">
    <h2 id="described">What happened, year by year</h2>
    <p>
      <strong>This is a description</strong> of how results moved. It is not what joining added: for that, see above.
    </p>
    ${offered.length < 2 ? "" : scaleForm(menu("scale", "Scale", offered, choice.scale), draw)} ${box}
  </section>`;
}

function scaleForm(control: HTMLElement, draw: (scale: string) => void): HTMLElement {
  const form = html`<form class="controls">${control}</form>`;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const scale = (event.target as HTMLSelectElement).value;
    toAddress({scale});
    draw(scale);
  });
  return form;
}

function onOneScale(comparisons: readonly ComparisonNote[], measure: MeasureNote): HTMLElement {
  const {phase, kind, segment} = comparisons[0]!;
  const scale = scaleOf(measure, comparisons[0]!);
  const first = Math.min(...comparisons.map((d) => d.first_year));
  const last = Math.max(...comparisons.map((d) => d.last_year));
  const stretch = segment === null ? "" : (measure.segments[segment]?.label ?? "");
  const called =
    stretch === "" || stretch === measure.label ? measure.label : `${measure.label}, published as “${stretch}”`;
  const subtitle = `${called}, ${phase} schools in England, ${academicYears(first, last)}. Every school counts once.`;
  const shown = {comparisons, scale, subtitle, file: [measure.id, kind, phase].join("-")};
  const rated = comparisons.filter(hasRates);
  return html`<div>${rated.length > 0 ? ratesFigure({...shown, comparisons: rated}) : ""} ${levelsFigure(shown)}</div>`;
}

function levelsFigure({comparisons, scale, subtitle, file}: Described): HTMLElement {
  const unit = scale.unit === "percentage points" ? "%" : scale.unit;
  const told = scale.subject.includes(unit.split(" ")[0]!);
  const axis =
    comparisons[0]!.scale === "bridged"
      ? "Standard deviations from the mean of all mainstream schools"
      : `${capital(scale.subject)}${told ? "" : `, ${unit}`}`;
  const digits = rateDigits(comparisons, scale);
  return figure(
    fit((width) => levels(comparisons, {scale, axis, digits, width})),
    {
      title: title(comparisons.map(({role}) => role)),
      subtitle,
      notes: levelsNotes(comparisons),
      rows: levelRows(comparisons),
      columns: levelColumns(scale.digits),
      file: `${file}-levels`
    }
  );
}

function ratesFigure({comparisons, scale, subtitle, file}: Described): HTMLElement {
  const rows = rateRows(comparisons);
  const sure = rows.flatMap(({before, after}) => [before, after].flatMap(clearValue));
  const digits = digitsFor(sure, scale.digits);
  return html`<div>
    ${figure(
      fit((width) => rates(rows, {scale, digits, width: Math.min(width, 760)})),
      {
        title: "Change a year, before and after joining",
        subtitle: `${subtitle} In ${scale.unit} a year.`,
        key: html`<ul class="key">
          <li>● filled, thick line: years ${WINDOWS.after[0]} to ${signed(WINDOWS.after[1], 0)} after joining</li>
          <li>○ hollow, thin line: years ${signed(WINDOWS.before[0], 0)} to ${signed(WINDOWS.before[1], 0)} before</li>
        </ul>`,
        notes: ratesNotes(),
        rows,
        columns: rateColumns(digits),
        file: `${file}-rates`,
        single: true
      }
    )}
    ${rolesTable(comparisons, {scale, digits: rateDigits(comparisons, scale)})}
  </div>`;
}
