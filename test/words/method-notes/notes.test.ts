import {describe, expect, test} from "vitest";
import {pValueAdjustments} from "../../../src/library/inference/p-value-adjustments.ts";
import {methods} from "../../../src/library/registry.ts";
import {adjustmentSections, checkMethods} from "../../../src/words/method-notes/checks.ts";
import {estimatorNotes} from "../../../src/words/method-notes/estimators.ts";
import {headlineNote} from "../../../src/words/method-notes/headline.ts";
import {matchingNotes} from "../../../src/words/method-notes/matching.ts";
import type {DescribedMethod} from "../../../src/words/method-notes/method-row.ts";
import {describeMethod, describeMethods} from "../../../src/words/method-notes/registered.ts";

describe("the Methods page has a section", () => {
  test("for every method of the registry, in its order, with its name, paper and peers, and none for one that is gone", () => {
    const described = [...describeMethods("estimators"), ...describeMethods("matching")];
    const listed = ({id, label, reference, peers}: Pick<DescribedMethod, "id" | "label" | "reference" | "peers">) => ({
      id,
      label,
      reference,
      peers
    });
    expect(described.map(listed)).toEqual(methods.map(listed));
    expect(Object.keys({...estimatorNotes, ...matchingNotes}).sort()).toEqual(methods.map(({id}) => id).sort());
  });

  test("for every adjustment of p-values", () => {
    const sections = checkMethods.map(({id}) => id);
    expect(Object.keys(adjustmentSections).sort()).toEqual(Object.keys(pValueAdjustments).sort());
    for (const section of Object.values(adjustmentSections)) expect(sections).toContain(section);
  });

  test("or fails, naming the method that has none", () => {
    expect(() => describeMethod({...methods[0], id: "crystal_ball"}, estimatorNotes)).toThrow(
      /crystal_ball has no section/
    );
  });
});

describe("every section", () => {
  const all = [headlineNote, ...describeMethods("estimators"), ...describeMethods("matching"), ...checkMethods];

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
