import {html} from "htl";
import type {TimedRow, PartnershipTypeRow, MeasureRow} from "../ui/release.js";
import {hasResult} from "../ui/result-choice.js";
import {table} from "../ui/table.js";

/** Outcomes by partnership type: the first year with a clear benefit, for one role and phase of education. */
export function benefitByType(
  rows: readonly TimedRow[],
  caption: string,
  {measures, types}: {measures: readonly MeasureRow[]; types: readonly PartnershipTypeRow[]}
): HTMLElement {
  const there = rows.filter(hasResult);
  const shown = types.filter(({id}) => there.some((d) => d.partnership_type === id));
  const outcomes = measures.filter(({id}) => there.some((d) => d.measure === id && d.time_to_benefit !== null));
  if (outcomes.length === 0) return html`<p>No outcome shows a clear benefit in any partnership type yet.</p>`;
  const findRow = (measure: MeasureRow, {id}: PartnershipTypeRow) =>
    there.find((d) => d.measure === measure.id && d.partnership_type === id);
  return table(caption, outcomes, [
    {name: "Outcome", show: ({label}) => label},
    ...shown.map((partnership_type) => ({
      name: partnership_type.label,
      show: (measure: MeasureRow) => firstYear(findRow(measure, partnership_type))
    }))
  ]);
}

/** “year 2”, “none yet”, “no result”. */
export function firstYear(row: Pick<TimedRow, "time_to_benefit"> | undefined): string {
  if (row === undefined) return "no result";
  return row.time_to_benefit === null ? "none yet" : `year ${row.time_to_benefit}`;
}
