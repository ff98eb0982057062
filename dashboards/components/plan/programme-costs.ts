import {pounds} from "school-partnerships/planner";
import {html} from "htl";
import type {ProgrammeCostRow} from "../ui/release.js";
import {table, type Column} from "../ui/table.js";

const BOUNDS = {exactly: "", up_to: "up to ", under: "under ", over: "over "};
const PER = {school_year: "a school a year", school: "a school", pupil_year: "a pupil a year"};

/** What published programmes cost, in the words of their sources. */
export const amountWords = ({amount, bound, per}: Pick<ProgrammeCostRow, "amount" | "bound" | "per">): string =>
  `${BOUNDS[bound]}£${amount.toLocaleString("en-GB")} ${PER[per]}`;

/** Of a programme, how the cost of a plan compares: a school a year, or a pupil a year. Null where the two cannot be compared. */
export function compareCost(
  {amount, per, years}: Pick<ProgrammeCostRow, "amount" | "per" | "years">,
  {cost, pupil}: {cost: number; pupil: number | null}
): string | null {
  const yearly = per === "school" ? (years === null ? null : amount / years) : amount;
  const own = per === "pupil_year" ? pupil : cost;
  if (yearly === null || own === null) return null;
  const times = own / yearly;
  if (times > 0.95 && times < 1.05) return "about as much";
  return times >= 1
    ? `${Number(times.toPrecision(2))} times as much`
    : `${Math.max(1, Math.round(100 * times))}% of it`;
}

/** Published programmes, with what they cost, where that is said, and how the plan compares. */
export function programmeCosts(
  rows: readonly ProgrammeCostRow[],
  {cost, pupil}: {cost: number | null; pupil: number | null}
): HTMLElement {
  const columns: Column<ProgrammeCostRow>[] = [
    {name: "Programme", show: ({programme}) => programme},
    {name: "What it cost, in pounds of its day", show: amountWords},
    {
      name: "This plan costs",
      show: (row) => (cost === null ? "no cost given" : (compareCost(row, {cost, pupil}) ?? "cannot be compared"))
    },
    {name: "What else is known", show: ({note}) => note},
    {
      name: "Source",
      show: ({source, source_url, source_date}) =>
        html`<a href=${source_url}>${source}</a>${source_date === "undated" ? "" : `, ${source_date}`}`
    }
  ];
  return html`<div>
    ${table("What comparable published programmes cost", rows, columns)}
    <p class="small">
      Amounts are as published, not brought to today’s
      prices${cost === null ? "" : `; this plan: ${pounds(cost)} a school a year`}. A cost is no sign of what a
      programme brought.
    </p>
  </div>`;
}
