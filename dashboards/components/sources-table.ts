import {html} from "htl";
import {count} from "./format.js";
import type {ReconciliationNote, SourceNote} from "./release.js";
import {table} from "./table.js";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The years that a source’s files are of, and how many of its newest year are not final. */
export interface Freshness {
  /** “2010-2011 to 2023-2024”, “not by year”. */
  years: string;
  /** “final”, “revised and final”, “not stated”: the stages of the files of the newest year. */
  stage: string;
}

export function freshness({files}: Pick<SourceNote, "files">): Freshness {
  const years = [...new Set(files.flatMap(({year}) => (year === null ? [] : [year])))].sort();
  const newest = files.filter(({year}) => year === (years.at(-1) ?? null));
  const stages = [...new Set(newest.map(({stage}) => stage ?? "not stated"))].sort();
  const span = years.length > 1 ? `${years[0]} to ${years.at(-1)}` : (years[0] ?? "not by year");
  return {years: span, stage: stages.join(" and ")};
}

/** How many of a source’s printed totals the schools do not add up to, in words. */
export function agreement(checks: readonly Pick<ReconciliationNote, "printed" | "unexplained">[]): string {
  if (checks.length === 0) return "no printed totals";
  const left = sum(checks.map((d) => d.unexplained));
  return left === 0 ? "all explained" : `${count(left)} of ${count(sum(checks.map((d) => d.printed)))} not explained`;
}

/** Every source in a line: its years, its newest stage, how much of it are figures, and whether it adds up. */
export const sourcesTable = (
  sources: readonly SourceNote[],
  reconciliation: readonly ReconciliationNote[]
): HTMLElement =>
  table("Sources", sources, [
    {name: "Source", show: ({id, title}) => html`<a href=${`./sources#${id}`}>${title}</a>`},
    {name: "Years", show: (d) => freshness(d).years},
    {name: "Stage of the newest", show: (d) => freshness(d).stage},
    {name: "Files", show: ({files}) => count(files.length), numeric: true},
    {name: "Rows of schools", show: ({files}) => count(sum(files.map((d) => d.school_rows))), numeric: true},
    {name: "Totals", show: ({id}) => agreement(reconciliation.filter(({source}) => source === id))}
  ]);
