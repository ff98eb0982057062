import {html} from "htl";
import {capital, count} from "../ui/format.js";
import {folded} from "../ui/folded.js";
import {LOOKS} from "../chart/look.js";
import type {Result} from "../ui/release.js";
import {table} from "../ui/table.js";

/** From every school listed in a role to those with a result, and why the rest were lost. */
export const losses = (results: readonly Result[]): HTMLElement =>
  html`<div>
    ${results
      .filter(({attrition}) => attrition.length > 0)
      .map(({role, attrition}) =>
        folded(
          `${LOOKS[role].name}: from ${count(attrition[0].schools)} listed to ${count(attrition.at(-1)!.schools)} compared`,
          () =>
            table(`${LOOKS[role].name}: who was counted`, withLosses(attrition), [
              {name: "Step", show: ({step}) => capital(step)},
              {name: "Schools left", show: ({schools}) => count(schools), raw: ({schools}) => schools, numeric: true},
              {name: "Lost", show: ({gone}) => count(gone), raw: ({gone}) => gone, numeric: true},
              {name: "Why", show: ({lost, gone}) => (lost === null || gone === 0 ? "None lost" : capital(lost))}
            ])
        )
      )}
  </div>`;

type Step = Result["attrition"][number];

/** Each step with how many schools it lost. */
export const withLosses = (steps: readonly Step[]): (Step & {gone: number})[] =>
  steps.map((step, i) => ({...step, gone: i === 0 ? 0 : steps[i - 1].schools - step.schools}));
