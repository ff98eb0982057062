import {expect, test} from "vitest";
import {measureOptions} from "../../dashboards/components/ui/choose-result.ts";
import {answers, firstResult, linkTo, nearbyResults} from "../../dashboards/components/ui/result-choice.ts";
import {collectRows} from "../../dashboards/components/ui/collect-rows.ts";
import type {MeasureRow} from "../../src/release/release.ts";
import {indexRowFrom, indexRow} from "./example-result.ts";
import {measure} from "./example.ts";

const attainment: MeasureRow = {...measure("higher"), id: "ks2_attainment", domain: "attainment"};
const absence: MeasureRow = {...measure("lower"), id: "absence", label: "Absence", domain: "attendance"};
const notes = {measures: [absence, attainment], types: []};

const rows = [
  indexRow({measure: "absence", schools: 900}),
  indexRow({measure: "absence", role: "supporter", schools: 900}),
  indexRow({role: "supporter"}),
  indexRow(),
  indexRow({partnership_type: "federation", low: null, high: null, verdict: "too_few"})
];

test("rows come back from columns as they were", () => {
  expect(collectRows(indexRowFrom(rows))).toEqual(rows);
});

test("a reader starts on attainment where as many roles have an interval as elsewhere", () => {
  expect(firstResult(rows, notes)).toMatchObject({measure: "ks2_attainment", partnership_type: "multi_academy_trust"});
});

test("a choice is answered role by role", () => {
  const choice = firstResult(rows, notes);
  expect(answers(rows, choice).map(({role}) => role)).toEqual(["supported", "supporter"]);
  expect(answers(rows, {...choice, partnership_type: "federation"})).toHaveLength(1);
});

test("what is offered instead is most like what was asked for, and has a result", () => {
  const none = indexRow({partnership_type: "sponsor", from: null, verdict: null, absent: "Nobody."});
  const requested = {...firstResult(rows, notes), partnership_type: "sponsor"};
  const [near, ...others] = nearbyResults([none, ...rows], requested);
  expect(near).toMatchObject({measure: "ks2_attainment", phase: "primary"});
  expect([near, ...others].map((d) => d.partnership_type)).not.toContain("sponsor");
});

test("outcomes stand under their line, those without any result apart and last", () => {
  const unknown = {...attainment, id: "never", label: "Never published"};
  expect(measureOptions(rows, {measures: [unknown, ...notes.measures], types: []}).map(({group}) => group)).toEqual([
    "Attainment",
    "Attendance",
    "Nothing to compare yet"
  ]);
});

test("a link carries the choice", () => {
  expect(linkTo("./", {measure: "absence", phase: "primary"})).toBe("./?measure=absence&phase=primary");
});
