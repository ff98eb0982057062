import {expect, test} from "vitest";
import {design} from "../../src/design.ts";
import {planNotes} from "../../src/method-notes/plan.ts";
import {strengthNotes} from "../../src/method-notes/strength.ts";
import {strengthRule} from "../../src/telling/strength-rule.ts";

test("every choice of the plan is told in a sentence", () => {
  const told = planNotes(design);
  expect(told.map(({name}) => name).sort()).toEqual(Object.keys(design).sort());
  for (const {words} of told) expect(words).toMatch(/\.$/);
});

test("a changed choice changes its sentence", () => {
  const words = (fewest_clusters: number) =>
    planNotes({...design, fewest_clusters}).find(({name}) => name === "fewest_clusters")!.words;
  expect([words(5), words(8)]).toEqual(["Below 5 no interval is claimed.", "Below 8 no interval is claimed."]);
});

test("the plan names measures by what pages call them, not by their ids", () => {
  const all = planNotes(design)
    .map(({words}) => words)
    .join(" ");
  expect(all).not.toMatch(/\b[a-z0-9]+_[a-z0-9_]+\b/);
});

test("every rule of strength of evidence is a row, with its number", () => {
  const told = strengthNotes();
  const starts = Object.keys(strengthRule.start).length;
  expect(told.length).toBe(starts + Object.keys(strengthRule.rules).length + 2);
  const {schools, partnerships} = strengthRule.rules.size;
  expect(told.find(({title}) => title === "Size")!.asks).toBe(
    `${schools} schools or more, in ${partnerships} partnerships or more`
  );
});
