import {design} from "../../src/design.ts";
import {checkNotes} from "../../src/words/method-notes/checks.ts";
import {toldEstimators} from "../../src/words/method-notes/estimators.ts";
import {headlineNote} from "../../src/words/method-notes/headline.ts";
import {toldMatching} from "../../src/words/method-notes/matching.ts";
import type {MethodsNote} from "../../src/words/method-notes/note.ts";
import {planNotes} from "../../src/words/method-notes/plan.ts";
import {strengthNotes} from "../../src/words/method-notes/strength.ts";

const methods: MethodsNote = {
  headline: headlineNote,
  estimators: toldEstimators(),
  matching: toldMatching(),
  checks: [...checkNotes],
  plan: planNotes(design),
  strength: strengthNotes()
};

process.stdout.write(JSON.stringify(methods));
