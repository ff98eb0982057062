import {checkNotes} from "../../src/words/method-notes/checks.ts";
import {toldEstimators} from "../../src/words/method-notes/estimators.ts";
import {headlineNote} from "../../src/words/method-notes/headline.ts";
import {toldMatching} from "../../src/words/method-notes/matching.ts";
import type {MethodsNote} from "../../src/words/method-notes/note.ts";
import {planNotes} from "../../src/words/method-notes/plan.ts";
import {strengthNotes} from "../../src/words/method-notes/strength.ts";
import {readPlan} from "../../src/plan/read-plan.ts";
import {readRelease} from "./read-release.ts";

const {plan} = readPlan(await readRelease("plan"), "plan.json");

const methods: MethodsNote = {
  headline: headlineNote,
  estimators: toldEstimators(),
  matching: toldMatching(),
  checks: [...checkNotes],
  plan: planNotes(plan),
  strength: strengthNotes(plan.strength)
};

process.stdout.write(JSON.stringify(methods));
