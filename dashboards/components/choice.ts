import {fromAddress} from "./address.js";
import {PHASES, ROLES} from "./look.js";
import type {ComparisonNote, KindNote, MeasureNote} from "./release.js";

/** What a reader asks for: the comparisons of one measure, kind of partnership, phase and scale. */
export interface Choice {
  measure: string;
  kind: string;
  phase: string;
  scale: string;
}

export const choiceOf = ({measure, kind, phase, scale}: ComparisonNote): Choice => ({measure, kind, phase, scale});

const alike = (a: Choice, b: Choice, names: readonly (keyof Choice)[]): boolean => names.every((n) => a[n] === b[n]);

/** The comparisons that answer a choice, role by role. */
export const answering = (comparisons: readonly ComparisonNote[], choice: Choice): ComparisonNote[] =>
  comparisons
    .filter((d) => alike(choiceOf(d), choice, ["measure", "kind", "phase", "scale"]))
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));

/** The scales on which a measure, kind and phase are compared: none, one or both. */
export const scalesFor = (comparisons: readonly ComparisonNote[], choice: Choice): string[] =>
  ["native", "bridged"].filter((scale) =>
    comparisons.some((d) => alike(choiceOf(d), {...choice, scale}, ["measure", "kind", "phase", "scale"]))
  );

/** The choice, on a scale that has an answer if one has. */
export function onScale(comparisons: readonly ComparisonNote[], choice: Choice): Choice {
  const scales = scalesFor(comparisons, choice);
  return {...choice, scale: scales.includes(choice.scale) ? choice.scale : (scales[0] ?? "native")};
}

/** Where a reader starts: the first choice with an interval for the most roles. */
export function firstChoice(comparisons: readonly ComparisonNote[]): Choice {
  const sure = (d: ComparisonNote) =>
    answering(comparisons, choiceOf(d)).filter(({difference}) => difference.after?.low != null).length;
  const most = Math.max(...comparisons.map(sure));
  const first = comparisons.find((d) => sure(d) === most);
  return first ? choiceOf(first) : {measure: "", kind: "", phase: "primary", scale: "native"};
}

/** The choice in the address, and the first choice for what the address does not say or says wrongly. */
export function addressed(
  comparisons: readonly ComparisonNote[],
  {measures, kinds}: {measures: readonly MeasureNote[]; kinds: readonly KindNote[]}
): Choice {
  const first = firstChoice(comparisons);
  const known = (name: keyof Choice, values: readonly string[]) => {
    const asked = fromAddress(name);
    return asked !== null && values.includes(asked) ? asked : first[name];
  };
  return onScale(comparisons, {
    measure: known(
      "measure",
      measures.map(({id}) => id)
    ),
    kind: known(
      "kind",
      kinds.map(({id}) => id)
    ),
    phase: known("phase", Object.keys(PHASES)),
    scale: known("scale", ["native", "bridged"])
  });
}

/** Up to three choices that have an answer, those most like what was asked for first. */
export function nearby(comparisons: readonly ComparisonNote[], choice: Choice): Choice[] {
  const near = (d: Choice) => (["measure", "kind", "phase"] as const).filter((name) => d[name] === choice[name]).length;
  const distinct = new Map(comparisons.map((d) => [JSON.stringify({...choiceOf(d), scale: ""}), choiceOf(d)]));
  return [...distinct.values()].sort((a, b) => near(b) - near(a)).slice(0, 3);
}
