import {count, number, signed} from "../ui/format.js";
import {LOOKS} from "../chart/look.js";
import type {EventTimeEffect, Result, Role} from "../ui/release.js";
import type {Column} from "../ui/table.js";

export interface EventRow extends EventTimeEffect {
  role: Role;
}

/** The numbers behind the panels, role by role. */
export const eventRows = (results: readonly Result[]): EventRow[] =>
  results.flatMap(({role, event_times}) => event_times.map((d) => ({...d, role})));

export const eventColumns = ({unit, digits}: Pick<Result, "unit" | "digits">): Column<EventRow>[] => [
  {name: "Schools", show: ({role}) => LOOKS[role].name},
  {name: "Years since joining", show: (d) => signed(d.event_time, 0), raw: (d) => d.event_time, numeric: true},
  estimate(`Effect if the same trend, ${unit}`, ({same_trend}) => same_trend.value, digits),
  estimate(`Effect if the same past, ${unit}`, ({same_past}) => same_past.value, digits),
  limit("95% interval, from", ({low}) => low, digits),
  limit("95% interval, to", ({high}) => high, digits),
  limit("95% band of all years, from", ({band_low}) => band_low, digits),
  limit("95% band of all years, to", ({band_high}) => band_high, digits),
  {name: "Number of schools", show: (d) => count(d.schools), raw: (d) => d.schools, numeric: true},
  {name: "Partnerships", show: (d) => count(d.partnerships), raw: (d) => d.partnerships, numeric: true},
  {name: "Donors, schools that had not joined", show: (d) => count(d.donors), raw: (d) => d.donors, numeric: true},
  error("Standard error if the same trend", ({same_trend}) => same_trend.se, digits),
  error("Standard error if the same past", ({same_past}) => same_past.se, digits)
];

const estimate = (name: string, of: (row: EventRow) => number, digits: number): Column<EventRow> => ({
  name,
  show: (row) => signed(of(row), digits),
  raw: of,
  numeric: true
});

const error = (name: string, of: (row: EventRow) => number | null, digits: number): Column<EventRow> => ({
  name,
  show: (row) => {
    const value = of(row);
    return value === null ? "none" : number(value, digits + 1);
  },
  raw: of,
  numeric: true
});

const limit = (name: string, of: (row: EventRow) => number | null, digits: number): Column<EventRow> => ({
  name,
  show: (row) => {
    const value = of(row);
    return value === null ? "too few" : signed(value, digits);
  },
  raw: of,
  numeric: true
});
