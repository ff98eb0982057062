import {checkMethods} from "../../src/words/method-notes/checks.ts";
import {headlineNote} from "../../src/words/method-notes/headline.ts";
import type {MethodsFile} from "../../src/words/method-notes/method-row.ts";
import {makePlanRows} from "../../src/words/method-notes/plan.ts";
import {describeMethods} from "../../src/words/method-notes/registered.ts";
import {makeStrengthRows} from "../../src/words/method-notes/strength.ts";
import {readPlan} from "../../src/plan/read-plan.ts";

/** What the page on methods says, under the plan of a release: the text of its plan.json. */
export function makeMethods(text: string): MethodsFile {
  const {plan} = readPlan(text, "plan.json");
  return {
  headline: headlineNote,
  estimators: describeMethods("estimators"),
  matching: describeMethods("matching"),
  checks: [...checkMethods],
  plan: makePlanRows(plan),
  strength: makeStrengthRows(plan.strength)
};
}
