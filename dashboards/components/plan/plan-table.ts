import {nameUnit, pounds} from "school-partnerships/planner";
import {html} from "htl";
import {aboutColumns, type About} from "../ui/about.js";
import {count, number} from "../ui/format.js";
import type {VarianceRow} from "../ui/release.js";
import {takeCsv} from "../ui/take-csv.js";
import {table, type Column} from "../ui/table.js";
import type {PlanChoice} from "./plan-choice.js";
import type {PlanRow} from "./plan-rows.js";

/** Designs side by side, and the same as a file. */
export function planTable(
  rows: readonly PlanRow[],
  {choice, row, about}: {choice: PlanChoice; row: VarianceRow; about: readonly About[]}
): HTMLElement {
  const columns = planColumns(choice, row);
  return html`<div>
    ${table("What each design would see, and cost", columns.slice(1), [
      {name: "What", show: ({name}) => name},
      ...rows.map((row) => ({name: row.name, show: (column: Column<PlanRow>) => column.show(row), numeric: true}))
    ])}
    ${takeCsv(`plan-${choice.phase}-${choice.measure}`, rows, [...columns, ...aboutColumns<PlanRow>(about)])}
  </div>`;
}

const MISSING = "not known";

function planColumns({size, cost}: PlanChoice, {unit, pupil_sd}: VarianceRow): Column<PlanRow>[] {
  const figure = (
    name: string,
    of: (row: PlanRow) => number | null,
    digits: (row: PlanRow) => number
  ): Column<PlanRow> => ({
    name,
    show: (row) => {
      const value = of(row);
      return value === null ? MISSING : number(value, digits(row));
    },
    raw: of,
    numeric: true
  });
  const makeWholeColumn = (
    name: string,
    of: (row: PlanRow) => number | null,
    sayNone: (row: PlanRow) => string = () => MISSING
  ): Column<PlanRow> => ({
    name,
    show: (row) => {
      const value = of(row);
      return value === null ? sayNone(row) : count(value);
    },
    raw: of,
    numeric: true
  });
  const money = (name: string, of: (row: PlanRow) => number | null): Column<PlanRow> => ({
    name: `${name}, £`,
    show: (row) => {
      const value = of(row);
      return value === null ? (cost === null ? "no cost given" : MISSING) : pounds(value);
    },
    raw: of,
    numeric: true
  });
  const readDigits = ({digits}: PlanRow) => digits;
  const two = () => 2;
  const months = pupil_sd === null ? "no spread of pupils is sourced" : "beyond the table";
  return [
    {name: "Design", show: ({name}) => name},
    makeWholeColumn("Schools helped", ({schools}) => schools),
    makeWholeColumn("Schools that help", ({helpers}) => helpers),
    {name: "How", show: ({arrangement}) => (arrangement === "pairs" ? "in pairs" : "in groups")},
    makeWholeColumn("Years before", ({before}) => before),
    makeWholeColumn("Years of help", ({after}) => after),
    makeWholeColumn("Compared with", ({comparators}) => comparators),
    figure(`Smallest effect seen, helped schools, ${unit}`, ({supported}) => supported?.effect ?? null, readDigits),
    figure(`Smallest effect seen, schools that help, ${unit}`, ({helping}) => helping?.effect ?? null, readDigits),
    figure("The same, helped schools, in standard deviations between schools", ({school_sds}) => school_sds, two),
    figure("In standard deviations of pupils", ({pupil_sds}) => pupil_sds, two),
    makeWholeColumn(
      "In months of progress",
      (row) => row.months,
      () => months
    ),
    figure(
      `Chance to see an effect of ${size} ${unit}, %`,
      ({power}) => (power === null ? null : 100 * power),
      () => 0
    ),
    makeWholeColumn(
      `Schools needed to see ${size} ${unit}`,
      ({needed}) => needed,
      ({supported}) => (supported === null ? MISSING : "more than 5,000")
    ),
    money("Cost in all", (row) => row.cost?.total ?? null),
    money("Cost of a pupil a year", (row) => row.cost?.per_pupil ?? null),
    money(`Cost ${nameUnit(unit)}, in one school for one year`, (row) => row.cost?.per_unit ?? null),
    money(`Cost ${nameUnit(unit)}, for one pupil`, (row) => row.cost?.per_unit_pupil ?? null),
    makeWholeColumn(
      "Years until it has paid for itself",
      (row) => row.cost?.break_even ?? null,
      () => "no worth given, or never"
    )
  ];
}
