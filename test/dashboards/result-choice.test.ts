import {expect, test} from "vitest";
import {measureOptions} from "../../dashboards/components/ui/choose-result.ts";
import {answers, firstResult, linkTo, nearbyResults} from "../../dashboards/components/ui/result-choice.ts";
import {rowsOf} from "../../dashboards/components/ui/rows-of.ts";
import type {MeasureNote} from "../../src/release/release.ts";
import {indexOf, indexRow} from "./made-up-result.ts";
import {measure} from "./made-up.ts";

const attainment: MeasureNote = {...measure("higher"), id: "ks2_attainment", line: "attainment"};
const absence: MeasureNote = {...measure("lower"), id: "absence", label: "Absence", line: "attendance"};
const notes = {measures: [absence, attainment], kinds: []};

const rows = [
  indexRow({measure: "absence", schools: 900}),
  indexRow({measure: "absence", role: "supporter", schools: 900}),
  indexRow({role: "supporter"}),
  indexRow(),
  indexRow({kind: "federation", low: null, high: null, verdict: "too_few"})
];

test("rows come back from columns as they were", () => {
  expect(rowsOf(indexOf(rows))).toEqual(rows);
});

test("a reader starts on attainment where as many roles have an interval as elsewhere", () => {
  expect(firstResult(rows, notes)).toMatchObject({measure: "ks2_attainment", kind: "multi_academy_trust"});
});

test("a choice is answered role by role", () => {
  const choice = firstResult(rows, notes);
  expect(answers(rows, choice).map(({role}) => role)).toEqual(["supported", "supporter"]);
  expect(answers(rows, {...choice, kind: "federation"})).toHaveLength(1);
});

test("what is offered instead is most like what was asked for, and has a result", () => {
  const none = indexRow({kind: "sponsor", from: null, verdict: null, absent: "Nobody."});
  const asked = {...firstResult(rows, notes), kind: "sponsor"};
  const [near, ...others] = nearbyResults([none, ...rows], asked);
  expect(near).toMatchObject({measure: "ks2_attainment", phase: "primary"});
  expect([near, ...others].map((d) => d!.kind)).not.toContain("sponsor");
});

test("outcomes stand under their line, those without any result apart and last", () => {
  const unknown = {...attainment, id: "never", label: "Never published"};
  expect(measureOptions(rows, {measures: [unknown, ...notes.measures], kinds: []}).map(({group}) => group)).toEqual([
    "Attainment",
    "Attendance",
    "Nothing to compare yet"
  ]);
});

test("a link carries the choice", () => {
  expect(linkTo("./", {measure: "absence", phase: "primary"})).toBe("./?measure=absence&phase=primary");
});
