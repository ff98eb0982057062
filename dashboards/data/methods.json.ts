import {checkMethods} from "../../src/words/method-notes/checks.ts";
import {describeEstimators} from "../../src/words/method-notes/estimators.ts";
import {headlineNote} from "../../src/words/method-notes/headline.ts";
import {describeMatching} from "../../src/words/method-notes/matching.ts";
import type {MethodsFile} from "../../src/words/method-notes/method-row.ts";
import {makePlanRows} from "../../src/words/method-notes/plan.ts";
import {makeStrengthRows} from "../../src/words/method-notes/strength.ts";
import {readPlan} from "../../src/plan/read-plan.ts";
import {readRelease} from "./read-release.ts";

const {plan} = readPlan(await readRelease("plan"), "plan.json");

const methods: MethodsFile = {
  headline: headlineNote,
  estimators: describeEstimators(),
  matching: describeMatching(),
  checks: [...checkMethods],
  plan: makePlanRows(plan),
  strength: makeStrengthRows(plan.strength)
};

process.stdout.write(JSON.stringify(methods));
