import {expect, test} from "vitest";
import type {Figures} from "../../pipelines/validation/changes.ts";
import {writeHeadlinesPage, writeWhy} from "../../pipelines/validation/real-headlines.ts";

const rules = (...unmet: string[]) =>
  ["agreement", "size", "before", "breakdown"].map((rule) => ({rule, met: !unmet.includes(rule), words: rule}));
const id = "multi_academy_trust.supported.secondary.ks4_attainment";
const grounds = {id, partnerships: 12, strength_reasons: rules()};

test("writeWhy(grounds) says what a verdict rests on, and which steps of strength were lost", () => {
  expect(writeWhy({...grounds, verdict: "too_few", partnerships: 1})).toBe(
    "1 partnership: no interval is claimed under 5"
  );
  expect(writeWhy({...grounds, verdict: "too_weak", strength_reasons: rules("size", "breakdown")})).toBe(
    "few schools or partnerships; small departures would undo it"
  );
  expect(writeWhy({...grounds, verdict: "unclear", strength_reasons: rules("agreement")})).toBe(
    "the interval holds zero; the assumptions disagree"
  );
  expect(writeWhy({...grounds, verdict: "better"})).toBe("both intervals leave out zero");
});

const figures = (plan: string, type: string, verdict: string): Figures => {
  const figure = {
    id: id.replace("multi_academy_trust", type),
    ...({partnership_type: type, role: "supported", phase: "secondary", measure: "ks4_attainment"} as const),
    ...{from: 0.8, to: 1, low: -0.2, high: 2, digits: 1, schools: 1, verdict}
  };
  return {note: {plan, version: "0.1.0"}, headlines: new Map([[figure.id, figure]])};
};

test("writeHeadlinesPage(after, before, reasons) has a row for every headline of either release", () => {
  const page = writeHeadlinesPage(
    figures("bbbbbbbb", "multi_academy_trust", "too_weak"),
    figures("aaaaaaaa", "sponsor", "better"),
    new Map([[id, "few years"]])
  );
  expect(page).toContain("Now: 1 too weak.");
  expect(page).toContain(
    "| Multi-academy trusts, supported, secondary: GCSE attainment | none | 0.8 to 1.0 (−0.2 to 2.0), too weak, 1 school | few years |"
  );
  expect(page).toMatch(/\| sponsor, .* \| 0\.8 to 1\.0 .*, better, 1 school \| none \| no type of its own any more \|/);
});
