import {html} from "htl";
import type {TimedRow, KindNote, MeasureNote} from "../ui/release.js";
import {hasResult} from "../ui/result-choice.js";
import {table} from "../ui/table.js";

/** Outcomes by partnership type: the first year with a clear benefit, for one role and phase of education. */
export function benefitByKind(
  rows: readonly TimedRow[],
  caption: string,
  {measures, kinds}: {measures: readonly MeasureNote[]; kinds: readonly KindNote[]}
): HTMLElement {
  const there = rows.filter(hasResult);
  const shown = kinds.filter(({id}) => there.some((d) => d.kind === id));
  const outcomes = measures.filter(({id}) => there.some((d) => d.measure === id && d.time_to_benefit !== null));
  if (outcomes.length === 0) return html`<p>No outcome shows a clear benefit in any partnership type yet.</p>`;
  const found = (measure: MeasureNote, {id}: KindNote) => there.find((d) => d.measure === measure.id && d.kind === id);
  return table(caption, outcomes, [
    {name: "Outcome", show: ({label}) => label},
    ...shown.map((kind) => ({name: kind.label, show: (measure: MeasureNote) => firstYear(found(measure, kind))}))
  ]);
}

/** “year 2”, “none yet”, “no result”. */
export function firstYear(row: Pick<TimedRow, "time_to_benefit"> | undefined): string {
  if (row === undefined) return "no result";
  return row.time_to_benefit === null ? "none yet" : `year ${row.time_to_benefit}`;
}
