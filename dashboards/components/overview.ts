import {html} from "htl";
import {absentRole, absentRoles} from "./absent-role.js";
import {academicYear, capital, count, counted, digitsFor, listed, nearestLimit, number, signed} from "./format.js";
import {figure} from "./figure.js";
import {fit} from "./fit.js";
import {funnels} from "./funnel.js";
import {gaps, levels} from "./levels.js";
import {LOOKS, PHASES, who} from "./look.js";
import {rateRows, rates} from "./rates.js";
import type {ComparisonNote, Figure, IdentityNote, KindNote, MeasureNote} from "./release.js";
import {naiveTable, rolesTable} from "./roles-table.js";
import {rateDigits, scaleOf, title} from "./sentences.js";
import type {Column} from "./table.js";

interface Context {
  measure: MeasureNote;
  kind: KindNote | undefined;
  identity: IdentityNote;
}

/** All that the overview shows of one choice, from the charts to what they cannot tell. */
export function overview(comparisons: readonly ComparisonNote[], {measure, kind, identity}: Context): HTMLElement {
  const {scale: name, phase} = comparisons[0]!;
  const scale = scaleOf(measure, name);
  const digits = rateDigits(comparisons, scale);
  const years = `${academicYear(Math.min(...comparisons.map((d) => d.first_year)))} to ${academicYear(Math.max(...comparisons.map((d) => d.last_year)))}`;
  const subtitle = `${measure.label}, ${PHASES[phase].toLowerCase()} schools in England, ${years}. Every school counts once.`;
  const file = [measure.id, kind?.id, phase].join("-");
  const rows = rateRows(comparisons);
  const fine = digitsFor(
    rows.flatMap(({before, after}) => [before, after].flatMap(nearestLimit)),
    scale.digits
  );
  const absences = absentRoles(comparisons).map((role) => absentRole(role, kind, identity));
  const axis =
    name === "bridged"
      ? "Standard deviations from the mean of all mainstream schools"
      : `${capital(scale.subject)}, ${scale.unit === "percentage points" ? "%" : scale.unit}`;

  return html`<div>
    ${figure(
      fit((width) => levels(comparisons, {scale, axis, digits, width, absences})),
      {
        title: title(comparisons.map(({role}) => role)),
        subtitle,
        notes: levelsNotes(comparisons),
        rows: levelRows(comparisons),
        columns: levelColumns(scale.digits),
        file: `${file}-levels`
      }
    )}
    ${rolesTable(comparisons, {scale, digits})}
    <h2 id="rates">How much changed each year</h2>
    ${figure(
      fit((width) => rates(rows, {scale, digits: fine, width: Math.min(width, 760)})),
      {
        title: "Change a year, before and after joining",
        subtitle: `${subtitle} In ${scale.unit} a year.`,
        key: html`<ul class="key">
          <li>● filled, thick line: years 0 to +4 after joining</li>
          <li>○ hollow, thin line: years −4 to −2 before</li>
        </ul>`,
        notes: html`<b>How to read it.</b> A line is a 95% interval. Filled is after joining, hollow before. Compare
          each role with the schools similar to it. Schools also change for reasons that have nothing to do with
          joining.`,
        rows,
        columns: [
          {name: "Schools", show: (d) => d.name},
          ...rateColumns("before", fine),
          ...rateColumns("after", fine)
        ],
        file: `${file}-rates`,
        single: true
      }
    )}
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
    <h2 id="counted">Who is counted</h2>
    ${funnels(comparisons)}
  </div>`;
}

function levelsNotes(comparisons: readonly ComparisonNote[]): HTMLElement {
  const broken = [...new Set(comparisons.flatMap(gaps))].sort((a, b) => a - b).map((year) => signed(year, 0));
  const gap = broken.length > 0 ? ` Lines break at year ${listed(broken)}, for which no results were published.` : "";
  const bridged = comparisons[0]!.scale === "bridged";
  return html`<span
    ><b>How to read it.</b> Year 0 is the first school year after joining. Bands are 95% intervals. The hollow mark is
    the year before joining, often an unusual one; change is counted from the base years, −4 to −2.${gap} Each year
    holds the schools with results in it, so the ends hold
    fewer.${bridged ? " A position among all schools can stay still while results everywhere rise or fall." : ""}</span
  >`;
}

const levelRows = (comparisons: readonly ComparisonNote[]) =>
  comparisons.flatMap(({role, levels: shown}) =>
    shown.map((d) => ({...d, name: LOOKS[who(d.group, role)].name, role}))
  );

type LevelRow = ReturnType<typeof levelRows>[number];

const levelColumns = (digits: number): Column<LevelRow>[] => [
  {name: "Schools", show: ({name, group, role}) => (group === "joined" ? name : `${name} (${role} chart)`)},
  {name: "Years since joining", show: (d) => signed(d.event_time, 0), raw: (d) => d.event_time, numeric: true},
  {name: "Mean", show: (d) => number(d.value, digits), raw: (d) => d.value, numeric: true},
  ...limitColumns<LevelRow>(
    "",
    (d) => d,
    (value) => number(value, digits)
  ),
  {name: "Number of schools", show: (d) => count(d.schools), raw: (d) => d.schools, numeric: true}
];

const rateColumns = (when: "before" | "after", digits: number): Column<ReturnType<typeof rateRows>[number]>[] => [
  {
    name: `Change a year ${when}`,
    show: (d) => (d[when] ? signed(d[when].value, digits) : "none"),
    raw: (d) => d[when]?.value ?? null,
    numeric: true
  },
  ...limitColumns<ReturnType<typeof rateRows>[number]>(
    ` ${when}`,
    (d) => d[when],
    (value) => number(value, digits)
  ),
  {
    name: `Schools ${when}`,
    show: (d) => (d[when] ? counted(d[when].schools, "school") : "none"),
    raw: (d) => d[when]?.schools ?? null,
    numeric: true
  }
];

const limitColumns = <Row>(
  when: string,
  figureOf: (row: Row) => Figure | null,
  say: (value: number) => string
): Column<Row>[] =>
  (["low", "high"] as const).map((side) => ({
    name: `95%${when}, ${side}`,
    show: (row) => {
      const limit = figureOf(row)?.[side] ?? null;
      return limit === null ? "too few" : say(limit);
    },
    raw: (row) => figureOf(row)?.[side] ?? null,
    numeric: true
  }));
