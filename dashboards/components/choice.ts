import {ROLES} from "./look.js";
import type {ComparisonNote} from "./release.js";

/** What a reader asks for: the comparisons of one measure, kind of partnership, phase and scale. */
export interface Choice {
  measure: string;
  kind: string;
  phase: string;
  /** “bridged”, or “native” with the number of the measure's segment: a line never crosses from one to the next. */
  scale: string;
}

export const choiceOf = ({measure, kind, phase, scale, segment}: ComparisonNote): Choice => ({
  measure,
  kind,
  phase,
  scale: scale === "native" && segment !== null ? `native-${segment}` : scale
});

const alike = (a: Choice, b: Choice, names: readonly (keyof Choice)[]): boolean => names.every((n) => a[n] === b[n]);

/** The comparisons that answer a choice, role by role. */
export const answering = (comparisons: readonly ComparisonNote[], choice: Choice): ComparisonNote[] =>
  comparisons
    .filter((d) => alike(choiceOf(d), choice, ["measure", "kind", "phase", "scale"]))
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));

/** In how many roles an interval answers a choice. */
const sureRoles = (comparisons: readonly ComparisonNote[], choice: Choice): number =>
  answering(comparisons, choice).filter(({difference}) => difference.after?.low != null).length;

/** The scales on which a measure, kind and phase are compared: the newest segment first, positions last. */
export function scalesFor(comparisons: readonly ComparisonNote[], choice: Choice): string[] {
  const found = comparisons.map(choiceOf).filter((d) => alike(d, choice, ["measure", "kind", "phase"]));
  return [...new Set(found.map(({scale}) => scale))].sort().reverse();
}

/** The choice, on its own scale if that has an answer, otherwise on the one with an interval for the most roles. */
export function onScale(comparisons: readonly ComparisonNote[], choice: Choice): Choice {
  const scales = scalesFor(comparisons, choice);
  if (scales.includes(choice.scale)) return choice;
  const sure = (scale: string) => sureRoles(comparisons, {...choice, scale});
  return {...choice, scale: [...scales].sort((a, b) => sure(b) - sure(a))[0] ?? "native"};
}
