import type {Checked} from "../../release/results.ts";
import type {Window} from "../comparison/yearly.ts";
import {estimate, type Specification} from "../effects/specification.ts";
import type {Unit} from "../effects/units.ts";

/** The same schools in other trials: a check that has an answer where at least `fewest` of them have one. */
export function checkedAgainst(terms: Specification, units: readonly Unit[], times: Window, fewest: number): Checked {
  const found = estimate({...terms, units, times});
  if (!found) return {effect: null, schools: 0, absent: "None of these schools has the years for it."};
  if (found.schools < fewest) {
    return {
      effect: null,
      schools: 0,
      absent: `Only ${found.schools} of these schools have the years for it; at least ${fewest} are asked for.`
    };
  }
  return {effect: found.effect, schools: found.schools, absent: null};
}
