import {html} from "htl";
import {absentRole, absentRoles} from "./absent-role.js";
import {figure} from "./figure.js";
import {levelColumns, levelRows, rateColumns} from "./figure-columns.js";
import {fit} from "./fit.js";
import {academicYears, capital, digitsFor, nearestLimit, signed} from "./format.js";
import {funnels} from "./funnel.js";
import {levels} from "./levels.js";
import {levelsNotes, ratesNotes} from "./notes.js";
import {rateRows} from "./rate-rows.js";
import {rates} from "./rates.js";
import type {ComparisonNote, IdentityNote, KindNote, MeasureNote} from "./release.js";
import {naiveTable, rolesTable} from "./roles-table.js";
import {hasRates, rateDigits, scaleOf, title, type Scale} from "./sentences.js";
import {WINDOWS} from "./windows.js";

interface Context {
  measure: MeasureNote;
  kind: KindNote | undefined;
  identity: IdentityNote;
}

interface Shown extends Context {
  comparisons: readonly ComparisonNote[];
  scale: Scale;
  /** Decimals of differences in yearly change. */
  digits: number;
  subtitle: string;
  /** How the names of downloads begin. */
  file: string;
}

/** All that the overview shows of one choice, from the charts to who was counted. */
export function overview(comparisons: readonly ComparisonNote[], context: Context): HTMLElement {
  const {measure, kind} = context;
  const {phase, segment} = comparisons[0]!;
  const scale = scaleOf(measure, comparisons[0]!);
  const digits = rateDigits(comparisons, scale);
  const first = Math.min(...comparisons.map((d) => d.first_year));
  const last = Math.max(...comparisons.map((d) => d.last_year));
  const stretch = segment === null ? "" : (measure.segments[segment]?.label ?? "");
  const called =
    stretch === "" || stretch === measure.label ? measure.label : `${measure.label}, published as “${stretch}”`;
  const subtitle = `${called}, ${phase} schools in England, ${academicYears(first, last)}. Every school counts once.`;
  const shown = {...context, comparisons, scale, digits, subtitle, file: [measure.id, kind?.id, phase].join("-")};
  const rated = comparisons.filter(hasRates);
  return html`<div>
    ${levelsFigure(shown)} ${rated.length > 0 ? ratesParts({...shown, comparisons: rated}) : ""}
    <h2 id="counted">Who is counted</h2>
    ${funnels(comparisons)}
  </div>`;
}

/** What is shown of changes a year, where there are any. */
function ratesParts(shown: Shown): HTMLElement {
  const {comparisons, scale, digits} = shown;
  return html`<div>
    ${rolesTable(comparisons, {scale, digits})}
    <h2 id="rates">How much changed each year</h2>
    ${ratesFigure(shown)}
    <h2 id="misleading">Why before and after alone misleads</h2>
    <p>
      Schools are often picked to join after a bad year. The next years then look better whatever is done. Results also
      rise and fall everywhere. So a school’s own before and after tells little; the same sum for similar schools shows
      how much would be seen without joining.
    </p>
    ${naiveTable(comparisons, {scale, digits})}
    <p class="small">
      Before and after alone: the mean of the first three years (0 to +2) less the year before joining.
    </p>
  </div>`;
}

function levelsFigure({comparisons, kind, identity, scale, digits, subtitle, file}: Shown): HTMLElement {
  const unit = scale.unit === "percentage points" ? "%" : scale.unit;
  const told = scale.subject.includes(unit.split(" ")[0]!);
  const axis =
    comparisons[0]!.scale === "bridged"
      ? "Standard deviations from the mean of all mainstream schools"
      : `${capital(scale.subject)}${told ? "" : `, ${unit}`}`;
  const absences = absentRoles(comparisons).map((role) => absentRole(role, kind, identity));
  return figure(
    fit((width) => levels(comparisons, {scale, axis, digits, width, absences})),
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

function ratesFigure({comparisons, scale, subtitle, file}: Shown): HTMLElement {
  const rows = rateRows(comparisons);
  const sure = rows.flatMap(({before, after}) => [before, after].flatMap(nearestLimit));
  const digits = digitsFor(sure, scale.digits);
  return figure(
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
  );
}
