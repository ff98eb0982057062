import {design} from "../../src/design.ts";
import {checkNotes} from "../../src/method-notes/checks.ts";
import {toldEstimators} from "../../src/method-notes/estimators.ts";
import {headlineNote} from "../../src/method-notes/headline.ts";
import {toldMatching} from "../../src/method-notes/matching.ts";
import type {MethodsNote} from "../../src/method-notes/note.ts";
import {planNotes} from "../../src/method-notes/plan.ts";
import {strengthNotes} from "../../src/method-notes/strength.ts";

const methods: MethodsNote = {
  headline: headlineNote,
  estimators: toldEstimators(),
  matching: toldMatching(),
  checks: [...checkNotes],
  plan: planNotes(design),
  strength: strengthNotes()
};

process.stdout.write(JSON.stringify(methods));
