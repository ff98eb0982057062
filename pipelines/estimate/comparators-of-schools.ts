import {setOf} from "../../src/analysis/matched-sets.ts";
import type {RoleStudy} from "../../src/analysis/role-study.ts";
import type {MatchingVariable} from "../../src/analysis/candidates.ts";
import type {SchoolNote} from "../../src/partnership-notes.ts";
import type {PhaseSchools} from "./phase-schools.ts";

type Note = SchoolNote["comparators"][number];

/** Whom a school that joined is compared with, schools told by their rows in the phase. */
export interface ComparedWith extends Omit<Note, "schools"> {
  row: number;
  schools: {row: number; weight: number}[];
}

/** By school that joined, the schools it is compared with and how like they were before. */
export function comparatorsOf({kind, role, drawn}: RoleStudy, variables: readonly MatchingVariable[]): ComparedWith[] {
  const labels = new Map(variables.map(({name, label}) => [name, label]));
  return drawn.cohorts.flatMap((sets) =>
    Array.from(sets.joiners, (row, i): ComparedWith => {
      const [first, end] = setOf(sets, i);
      const places = Array.from({length: end - first}, (_, k) => first + k);
      return {
        row,
        kind,
        role,
        cohort: sets.cohort,
        schools: places.map((at) => ({row: sets.pool[sets.of[at]], weight: sets.weights[at]})),
        like: sets.covariates.map(({name, values}) => ({
          label: labels.get(name)!,
          school: values[i],
          comparators: places.reduce((sum, at) => sum + sets.weights[at] * values[sets.joiners.length + sets.of[at]], 0)
        }))
      };
    })
  );
}

/** Adds to `into`, by number of the school that joined, whom it is compared with. */
export function addComparators(
  into: Map<number, Note[]>,
  {ids, names}: PhaseSchools,
  found: readonly ComparedWith[]
): void {
  for (const {row, schools, ...note} of found) {
    const own = {...note, schools: schools.map(({row, weight}) => ({id: ids[row], name: names[row], weight}))};
    into.set(ids[row], [...(into.get(ids[row]) ?? []), own]);
  }
}
