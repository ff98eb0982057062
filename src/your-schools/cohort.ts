import {design} from "../design.ts";

/** The first treated academic year of a school that joins on a day (ISO): `design.cohort`, as first_treated_year says in SQL. */
export function firstTreatedYear(day: string): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const ends = year + (month >= 9 ? 1 : 0);
  const {month: last, day: lastDay} = design.cohort;
  const place = (m: number, d: number) => ((m + 3) % 12) * 100 + d;
  return place(month, date) > place(last, lastDay) ? ends + 1 : ends;
}
