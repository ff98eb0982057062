import {nameUnit, pounds, sayPounds, type ProgrammeCost, type Sight} from "school-partnerships/planner";
import {html} from "htl";
import {aboutColumns, type About} from "../ui/about.js";
import {count, number} from "../ui/format.js";
import type {VarianceRow} from "../ui/release.js";
import {takeCsv} from "../ui/take-csv.js";
import {table, type Column} from "../ui/table.js";
import type {PlanChoice} from "./plan-choice.js";
import type {Ends, PlanRow} from "./plan-rows.js";

/** Designs side by side, and the same as a file. */
export function planTable(
  rows: readonly PlanRow[],
  {choice, row, about}: {choice: PlanChoice; row: VarianceRow; about: readonly About[]}
): HTMLElement {
  const {shown, leasts} = planColumns(choice, row);
  const kept = leasts.filter(({raw}) => rows.some((row) => raw!(row) !== null));
  return html`<div>
    ${table("What each design would see, and cost", shown.slice(1), [
      {name: "What", show: ({name}) => name},
      ...rows.map((row) => ({name: row.name, show: (column: Column<PlanRow>) => column.show(row), numeric: true}))
    ])}
    ${takeCsv(`plan-${choice.phase}-${choice.measure}`, rows, [...shown, ...kept, ...aboutColumns<PlanRow>(about)])}
  </div>`;
}

const MISSING = "not known";

/** A figure, “2.1 to 3.0” where it is a range, “at most 3.0” where no least is known. */
function sayEnds({most, least}: Ends, digits: number): string {
  if (most === null) return MISSING;
  const [high, low] = [number(most, digits), least === null ? null : number(least, digits)];
  return low === null ? `at most ${high}` : low === high ? high : `${low} to ${high}`;
}

const sightEnds = (sight: Sight | null): Ends => ({most: sight && sight.effect, least: sight && sight.least});

/** The columns that are shown, of a range its most; and those of its least, which a file has besides. */
function planColumns(
  {size, cost}: PlanChoice,
  {unit, pupil_sd}: VarianceRow
): {shown: Column<PlanRow>[]; leasts: Column<PlanRow>[]} {
  const leasts: Column<PlanRow>[] = [];
  const range = (
    name: string,
    of: (row: PlanRow) => Ends,
    digits: (row: PlanRow) => number,
    sayNone: string = MISSING
  ): Column<PlanRow> => {
    const say = (row: PlanRow) => sayEnds(of(row), digits(row));
    const least = (row: PlanRow) => {
      const {most, least} = of(row);
      return least === most ? null : least;
    };
    leasts.push({name: `${name}: the least it can be`, show: say, raw: least, numeric: true});
    return {
      name,
      show: (row) => (of(row).most === null ? sayNone : say(row)),
      raw: (row) => of(row).most,
      numeric: true
    };
  };
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
  const money = (
    name: string,
    of: (cost: ProgrammeCost) => number | null,
    options: {ranges?: boolean} = {}
  ): Column<PlanRow> => {
    const full = `${name}, £`;
    const low = ({cost}: PlanRow) => cost && of(cost.cost);
    const high = ({cost}: PlanRow) => (cost?.atLeast ? of(cost.atLeast) : null);
    if (options.ranges) {
      const differs = (row: PlanRow) => (high(row) === low(row) ? null : high(row));
      leasts.push({name: `${full}: the most it can be`, show: () => "", raw: differs, numeric: true});
    }
    return {
      name: full,
      show: (row) => {
        const value = low(row);
        if (value === null) return cost === null ? "no cost given" : MISSING;
        return options.ranges ? sayPounds(value, high(row)) : pounds(value);
      },
      raw: low,
      numeric: true
    };
  };
  const readDigits = ({digits}: PlanRow) => digits;
  const two = () => 2;
  const atMost = (row: PlanRow, text: string) => (row.supported && isRange(row.supported) ? `at most ${text}` : text);
  const atLeast = (row: PlanRow, text: string) => (row.supported && isRange(row.supported) ? `at least ${text}` : text);
  const shown: Column<PlanRow>[] = [
    {name: "Design", show: ({name}) => name},
    makeWholeColumn("Schools helped", ({schools}) => schools),
    makeWholeColumn("Schools that help", ({helpers}) => helpers),
    {name: "How", show: ({arrangement}) => (arrangement === "pairs" ? "in pairs" : "in groups")},
    makeWholeColumn("Years before", ({before}) => before),
    makeWholeColumn("Years of help", ({after}) => after),
    makeWholeColumn("Compared with", ({comparators}) => comparators),
    range(`Smallest effect seen, helped schools, ${unit}`, ({supported}) => sightEnds(supported), readDigits),
    range(`Smallest effect seen, schools that help, ${unit}`, ({helping}) => sightEnds(helping), readDigits),
    range("The same, helped schools, in standard deviations between schools", (row) => row.school_sds, two),
    range("In standard deviations of pupils", (row) => row.pupil_sds, two),
    range(
      "In months of progress",
      (row) => row.months,
      () => 0,
      pupil_sd === null ? "no spread of pupils is sourced" : "beyond the table"
    ),
    {
      name: `Chance to see an effect of ${size} ${unit}, %`,
      show: (row) => (row.power === null ? MISSING : atLeast(row, number(100 * row.power, 0))),
      raw: ({power}) => (power === null ? null : 100 * power),
      numeric: true
    },
    {
      name: `Schools needed to see ${size} ${unit}`,
      show: (row) =>
        row.needed !== null ? atMost(row, count(row.needed)) : row.supported === null ? MISSING : "more than 5,000",
      raw: ({needed}) => needed,
      numeric: true
    },
    money("Cost in all", ({total}) => total),
    money("Cost of a pupil a year", ({per_pupil}) => per_pupil),
    money(`Cost ${nameUnit(unit)}, in one school for one year`, ({per_unit}) => per_unit, {ranges: true}),
    money(`Cost ${nameUnit(unit)}, for one pupil`, ({per_unit_pupil}) => per_unit_pupil, {ranges: true}),
    {
      name: "Years until it has paid for itself",
      show: ({cost, supported}) => {
        const years = cost?.cost.break_even ?? null;
        if (years === null) return "no worth given, or never";
        return supported && isRange(supported) ? `at least ${count(years)}` : count(years);
      },
      raw: ({cost}) => cost?.cost.break_even ?? null,
      numeric: true
    }
  ];
  return {shown, leasts};
}

const isRange = ({unmeasured}: Sight): boolean => unmeasured.length > 0;
