import type {AcademicYear} from "../../vocabulary/academic-year.ts";
import type {Window} from "../comparison/yearly.ts";
import type {Unit} from "./units.ts";

/** First and last academic year in which any of the schools has an excess at one of the event times; null where none has. */
export function listYears(units: readonly Unit[], [first, last]: Window): [AcademicYear, AcademicYear] | null {
  let [from, to] = [Infinity, -Infinity];
  for (const {trial, at} of units) {
    for (let e = first; e <= last; e++) {
      if (Number.isNaN(trial.excess.same_trend[e - trial.from]?.[at] ?? NaN)) continue;
      from = Math.min(from, trial.trial.cohort + e);
      to = Math.max(to, trial.trial.cohort + e);
    }
  }
  return from <= to ? [from, to] : null;
}
