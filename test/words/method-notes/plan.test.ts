import {expect, test} from "vitest";
import {gradeStrength} from "../../../src/analysis/evidence/strength.ts";
import {design} from "../../../src/design.ts";
import {makePlanRows} from "../../../src/words/method-notes/plan.ts";
import {makeStrengthRows} from "../../../src/words/method-notes/strength.ts";
import {madeEffect} from "../../support/made-result.ts";

test("every choice of the plan is told in a sentence", () => {
  const reported = makePlanRows(design);
  expect(reported.map(({name}) => name).sort()).toEqual(Object.keys(design).sort());
  for (const {words} of reported) expect(words).toMatch(/\.$/);
});

test("a changed choice changes its sentence", () => {
  const words = (fewest_partnerships: number) =>
    makePlanRows({...design, inference: {...design.inference, fewest_partnerships}}).find(
      ({name}) => name === "inference"
    )!.words;
  expect([words(5), words(8)]).toEqual([
    expect.stringContaining("Below 5 partnerships no interval is claimed."),
    expect.stringContaining("Below 8 partnerships no interval is claimed.")
  ]);
});

/** Where every number of a choice stands, as the path to it. */
function findNumbers(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === "number") return Number.isFinite(value) ? [[...path]] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => findNumbers(part, [...path, key]));
}

function withNumber(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined)
    return typeof value === "number" && value !== 0 && Math.abs(value) < 1 ? value / 2 : Number(value) + 1;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : {...(value as object)};
  return Object.assign(copy, {[first]: withNumber((value as Record<string, unknown>)[first], rest)});
}

test.each(findNumbers(design).map((path) => [path.join("."), path] as const))(
  "%s is in the words of its choice",
  (_, path) => {
    const changed = withNumber(design, path) as typeof design;
    const name = path[0];
    const listWords = (plan: typeof design) => makePlanRows(plan).find((note) => note.name === name)!.words;
    expect(listWords(changed)).not.toBe(listWords(design));
  }
);

test("the plan names measures by what pages call them, not by their ids", () => {
  const all = makePlanRows(design)
    .map(({words}) => words)
    .join(" ");
  expect(all).not.toMatch(/\b[a-z0-9]+_[a-z0-9_]+\b/);
});

test("covariates are named in the order in which they are kept", () => {
  const {words} = makePlanRows(design).find(({name}) => name === "covariates")!;
  expect(words).toMatch(
    /Same trend.*: free meals; pupils on roll .*Same past: free meals; the outcome itself; the outcome itself, squared;/
  );
});

test("every rule of strength of evidence is a row, with its number", () => {
  const {reasons} = gradeStrength({
    effect: madeEffect(1, 2, 0.5, 3),
    smallest_effect: 1,
    schools: 40,
    partnerships: 12,
    cohorts: 3,
    later_years: 4,
    checks: {
      "the year before joining": false,
      "the joint test": false,
      "a base further back": null,
      "joining pretended earlier": null
    },
    breakdown: 1,
    compared: 0.9,
    membership: "A",
    whole: "low"
  });
  const rows = makeStrengthRows();
  expect(rows.length).toBe(reasons.length + 2);
  const {schools, partnerships} = design.strength;
  expect(rows.find(({title}) => title === "Size")!.requires).toBe(
    `${schools} schools or more, in ${partnerships} partnerships or more`
  );
});
