import type {Result} from "../../release/results.ts";
import {count} from "../../vocabulary/format.ts";

/** Schools that are left at a step, and why those before it were lost. */
export interface Step {
  step: string;
  schools: number;
  why: string | null;
}

/**
 * The steps from listed to result, each with what it lost: “12: no results before joining”. Throws where a step has
 * more schools than the one before it, or loses schools without a reason.
 */
export function countAttrition(steps: readonly Step[]): Result["attrition"] {
  return steps.map(({step, schools, why}, i) => {
    const lost = i === 0 ? 0 : steps[i - 1].schools - schools;
    if (lost < 0) throw new Error(`more schools at “${step}” than before it`);
    if (lost > 0 && why === null) throw new Error(`${lost} schools are lost at “${step}” without a reason`);
    return {step, schools, lost: lost === 0 ? null : `${count(lost)}: ${why}`};
  });
}
