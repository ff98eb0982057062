import type {DescribedMeasure, DescribedYear} from "school-partnerships/your-schools";
import {html} from "htl";
import {PHASES} from "../chart/look.js";
import {awaited} from "../ui/awaited.js";
import {folded} from "../ui/folded.js";
import {academicYear, academicYears, number} from "../ui/format.js";
import type {Phase} from "../ui/release.js";
import {table, type Column} from "../ui/table.js";
import type {ReportedPhase, ReportedSchool} from "./describe-phase.js";
import {namesOfPhase, type PhaseNames} from "./open-names.js";
import {sayFirst} from "./pack-words.js";

/** A row of the table: a school, or all schools. */
interface Line {
  name: string;
  years: readonly DescribedYear[];
  isAll: boolean;
}

/**
 * Each school in each of the last years, next to all schools of its phase and those most like it: a table an outcome. With
 * the names of the phase those most like it are listed at once, otherwise once they are asked for.
 */
export function describedTables(
  {phase, schools, all, published}: ReportedPhase,
  {names = null}: {names?: PhaseNames | null} = {}
): HTMLElement {
  const named = PHASES[phase].toLowerCase();
  const tables = published.map((one) => ({
    title: `${one.label}, ${one.unit}`,
    table: describedTable(one, {schools, all, phase: named})
  }));
  const none = tables.filter(({table: made}) => made === null).map(({title}) => title);
  return html`<section class="described">
    <h3>${PHASES[phase]} schools, as published</h3>
    ${all.length > schools.length ? html`<p class="intro">${sayFirst(schools.length, all.length)}</p>` : ""}
    ${
      none.length === tables.length
        ? ""
        : html`<p class="small intro">
              ${hasSimilar(schools) ? html`<i>Like it</i>: the mean of the schools most like it.` : ""} <i>Lower</i>:
              how many of 100 ${named} schools had a lower figure.
            </p>
            ${noneNamed(schools)}`
    }
    ${tables.map(({table: made}) => made ?? "")}
    ${none.length > 0 ? html`<p class="small">No figure in this release for any of these schools: ${none.join("; ")}.</p>` : ""}
    ${likeThem(phase, schools, names)}
  </section>`;
}

/** Whether similar schools are named of any. */
export const hasSimilar = (schools: readonly ReportedSchool[]): boolean =>
  schools.some(({similar}) => similar.absent === null);

/** Lines of a table that stand on one page of paper together, where a longer one goes on overleaf. */
const SHORT = 14;

/** Null where none of the schools has a figure in any year. */
function describedTable(
  one: DescribedMeasure,
  {schools, all: own, phase}: Pick<ReportedPhase, "schools" | "all"> & {phase: string}
): HTMLElement | null {
  const all = schools.map(({name}, i): Line => ({name, years: one.schools[i] ?? [], isAll: false}));
  const shown = all.filter(({years}) => years.some(({own}) => own !== null));
  const silent = all.filter((line) => !shown.includes(line)).map(({name}) => name);
  if (shown.length === 0) return null;
  const mean: Line = {name: `All ${phase} schools, mean`, years: shown[0]?.years ?? [], isAll: true};
  const together: Line[] = own.length > 1 ? [{name: "These schools, mean", years: one.together, isAll: true}] : [];
  const years = [...one.years.keys()].filter((i) => shown.some((line) => line.years[i]?.own !== null));
  const isOne = years.length === 1;
  const columns = isOne ? oneYear(one, years[0], hasSimilar(schools)) : severalYears(one, years);
  const lines = shown.length * (isOne ? 1 : hasSimilar(schools) ? 3 : 2);
  return html`<div class=${lines <= SHORT ? "short" : null}>
    ${table(`${one.label}, ${one.unit}`, [mean, ...together, ...shown], [{name: "School", show: ({name}) => name}, ...columns])}
    ${silent.length > 0 ? html`<p class="small">No figure in this release for ${silent.join("; ")}.</p>` : ""}
  </div>`;
}

/** A column a year, with what stands beside a figure under it. */
const severalYears = ({years: all, digits}: DescribedMeasure, years: readonly number[]): Column<Line>[] =>
  years.map((i) => ({
    name: academicYear(all[i]),
    show: ({years: own, isAll}) => yearCell(own[i], {isAll, digits}),
    numeric: true
  }));

/** One year has room for a column each. */
const oneYear = ({years, digits}: DescribedMeasure, i: number, isLike: boolean): Column<Line>[] => [
  {
    name: academicYear(years[i]),
    show: ({years: own, isAll}) => figureOr(isAll ? own[i]?.national : own[i]?.own, digits),
    numeric: true
  },
  ...(isLike ? [likeIt(i, digits)] : []),
  {name: "Lower, of 100", show: ({years: own, isAll}) => (isAll ? "" : String(own[i]?.above ?? "–")), numeric: true}
];

const likeIt = (i: number, digits: number): Column<Line> => ({
  name: "Like it",
  show: ({years: own, isAll}) => (isAll ? "" : figureOr(own[i]?.similar, digits)),
  numeric: true
});

const figureOr = (value: number | null | undefined, digits: number): string =>
  value === null || value === undefined || Number.isNaN(value) ? "–" : number(value, digits);

function yearCell(at: DescribedYear | undefined, {isAll, digits}: {isAll: boolean; digits: number}): string | Node {
  if (!at) return "–";
  if (isAll) return figureOr(at.national, digits);
  if (at.own === null) return "no figure";
  return html`<span class="own-figure">${number(at.own, digits)}</span>
    ${at.similar === null ? "" : html`<small>like it ${number(at.similar, digits)}</small>`}
    <small>lower: ${at.above} of 100</small>`;
}

/** Of which schools no similar ones are named, and why: said once. */
function noneNamed(schools: readonly ReportedSchool[]): HTMLElement | "" {
  const without = schools.filter(({similar}) => similar.absent !== null);
  if (without.length === 0) return "";
  const of = without.length === schools.length ? "these" : without.map(({name}) => name).join("; ");
  return html`<p class="small intro">No schools like ${of} are named: ${without[0]?.similar.absent}.</p>`;
}

function likeThem(phase: Phase, schools: readonly ReportedSchool[], names: PhaseNames | null): HTMLElement | "" {
  const named = schools.filter(({similar}) => similar.absent === null);
  if (named.length === 0) return "";
  const content = names
    ? () => listLike(named, names)
    : () => awaited(async () => listLike(named, await namesOfPhase(phase)));
  return folded("Which schools are like them", content, {open: names !== null});
}

function listLike(schools: readonly ReportedSchool[], names: PhaseNames): HTMLElement {
  return html`<ul>
    ${schools.map(
      ({name, similar}) =>
        html`<li>
          <strong>${name}</strong>${similar.years ? `, as in ${academicYears(...similar.years)}` : ""}:
          ${similar.rows.map((row) => names[row] ?? "a school whose name is not known").join("; ")}
        </li>`
    )}
  </ul>`;
}
