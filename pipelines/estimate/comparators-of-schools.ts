import type {RoleStudy} from "../../src/analysis/role-study.ts";
import {setOf} from "../../src/analysis/matched-sets.ts";
import type {SchoolNote} from "../../src/partnership-notes.ts";
import type {PhaseSchools} from "./phase-schools.ts";

/** Adds to `into`, by school that joined, the schools it is compared with and how like they were before. */
export function addComparators(
  into: Map<number, SchoolNote["comparators"]>,
  {ids, names, variables}: PhaseSchools,
  {kind, role, drawn}: RoleStudy
): void {
  const labels = new Map(variables.map(({name, label}) => [name, label]));
  for (const sets of drawn.cohorts) {
    sets.joiners.forEach((row, i) => {
      const [first, end] = setOf(sets, i);
      const places = Array.from({length: end - first}, (_, k) => first + k);
      const schools = places.map((at) => {
        const comparator = sets.pool[sets.of[at]];
        return {id: ids[comparator], name: names[comparator], weight: sets.weights[at]};
      });
      const like = sets.covariates.map(({name, values}) => ({
        label: labels.get(name)!,
        school: values[i],
        comparators: places.reduce((sum, at) => sum + sets.weights[at] * values[sets.joiners.length + sets.of[at]], 0)
      }));
      const note = {kind, role, cohort: sets.cohort, schools, like};
      into.set(ids[row], [...(into.get(ids[row]) ?? []), note]);
    });
  }
}
