import {describe, expect, test} from "vitest";
import {blockEstimators} from "../../../src/library/estimators/block-estimators.ts";
import {panelEstimators} from "../../../src/library/estimators/panel-estimators.ts";
import {pValueAdjustments} from "../../../src/library/inference/p-value-adjustments.ts";
import {matchingMethods} from "../../../src/library/matching/methods.ts";
import {adjustmentSections, checkMethods} from "../../../src/words/method-notes/checks.ts";
import {listEstimatorMethods, writeNote, describeEstimators} from "../../../src/words/method-notes/estimators.ts";
import {headlineNote} from "../../../src/words/method-notes/headline.ts";
import {listMatchingMethods, describeMatching} from "../../../src/words/method-notes/matching.ts";

const registered = [...panelEstimators, ...blockEstimators].map(({id}) => id).sort();

describe("the Methods page has a section", () => {
  test("for every estimator there is, and none for one that is gone", () => {
    expect(Object.keys(listEstimatorMethods).sort()).toEqual(registered);
    expect(
      describeEstimators()
        .map(({id}) => id)
        .sort()
    ).toEqual(registered);
  });

  test("for every way to match, and none for one that is gone", () => {
    expect(Object.keys(listMatchingMethods).sort()).toEqual(matchingMethods.map(({id}) => id).sort());
  });

  test("for every adjustment of p-values", () => {
    const sections = checkMethods.map(({id}) => id);
    expect(Object.keys(adjustmentSections).sort()).toEqual(Object.keys(pValueAdjustments).sort());
    for (const section of Object.values(adjustmentSections)) expect(sections).toContain(section);
  });

  test("or fails, naming the method that has none", () => {
    expect(() => writeNote("crystal_ball", listEstimatorMethods)).toThrow(/crystal_ball has no section/);
  });
});

describe("every section", () => {
  const all = [headlineNote, ...describeEstimators(), ...describeMatching(), ...checkMethods];

  test("has an id of its own, which is its address on the page", () => {
    expect(new Set(all.map(({id}) => id)).size).toBe(all.length);
  });

  test.each(all)("$id tells what it answers, how, where it misleads and what it is for", (note) => {
    for (const part of [note.plain, note.how, note.beware, note.use, note.formula]) expect(part).toMatch(/\S/);
    for (const part of [note.plain, note.how, note.beware, note.use]) expect(part).toMatch(/[.?]$/);
  });

  test.each(all)("$id closes every brace of its formula", ({formula}) => {
    expect(formula.replaceAll(/[_^]\{[^{}]*\}/g, "")).not.toMatch(/[_^]\{|\}/);
  });

  test.each(all)("$id claims no cause and ranks nobody", (note) => {
    const words = [note.plain, note.how, note.beware, note.use].join(" ");
    expect(words).not.toMatch(/\b(caused|led to|impact|proves that|significant|inconclusive|league|luck|invented)\b/i);
  });
});
