import {group, sum} from "d3";
import type {Result} from "../results.ts";
import {disclosureOf} from "../telling/disclosure.ts";
import {suppress, type Cell} from "../telling/suppress.ts";
import type {BaseStudy} from "./base-study.ts";
import type {OfPartnership} from "./partnership-outcome.ts";
import type {RoleStudy} from "./role-study.ts";
import {rollWeights} from "./roll-weights.ts";
import type {Study} from "./study.ts";

type Unpublished = Pick<RoleStudy, "unpublished">;

/** How many schools and pupils are behind some joiners’ figures: pupils by their mean rolls in the base window; null where none is known. */
export function restingOn(
  {rolls}: Pick<Study, "rolls">,
  {differences}: Pick<BaseStudy, "differences">,
  joiners: readonly number[]
): {schools: number; pupils: number | null} {
  const pupils = rollWeights(differences, rolls);
  return {schools: joiners.length, pupils: pupils && sum(joiners, (j) => pupils[j])};
}

/** Why figures on some joiners may not be shown; null where they may. They count as local data where any of them is in a partnership that no published source tells of. */
export function whyWithheld(
  study: Pick<Study, "rolls">,
  {unpublished}: Unpublished,
  base: Pick<BaseStudy, "differences">,
  joiners: readonly number[]
): string | null {
  if (!joiners.some((j) => unpublished.has(base.differences.partnerships[j]))) return null;
  const {release, words} = disclosureOf(restingOn(study, base, joiners), "local");
  return release ? null : words;
}

const complement = "Not shown: with it, figures of another partnership that may not be shown could be worked out.";

/** The outcomes of partnerships, those withheld without their figures; where only one would be, the smallest other is too (complementary suppression). */
export function partnershipsShown(
  study: Pick<Study, "rolls">,
  role: Unpublished,
  base: Pick<BaseStudy, "differences">,
  outcomes: readonly OfPartnership[]
): OfPartnership[] {
  if (!outcomes.some(({partnership}) => role.unpublished.has(partnership))) return [...outcomes];
  const places = group(base.differences.rows.keys(), (j) => base.differences.partnerships[j]);
  const joiners = outcomes.map(({partnership}) => places.get(partnership) ?? []);
  const hidden = suppress(
    outcomes.map(({partnership}, i) => ({
      row: "partnerships",
      column: partnership,
      ...restingOn(study, base, joiners[i])
    }))
  );
  return outcomes.map((of, i) =>
    hidden[i] && of.outcome.absent === null
      ? withoutFigures(of, whyWithheld(study, role, base, joiners[i]) ?? complement)
      : of
  );
}

const withoutFigures = (of: OfPartnership, absent: string): OfPartnership => ({
  ...of,
  estimate: NaN,
  se: NaN,
  outcome: {
    ...of.outcome,
    effect: null,
    phases: {early: null, development: null, longer_term: null},
    verdict: null,
    placebo: null,
    series: [],
    time_to_benefit: null,
    absent
  }
});

/**
 * By part of the joiners: whether it is withheld, where any partnership is unpublished. A part that may be shown is withheld too where another that may not could be worked out from it and from all joiners, those
 * in no part of the dimension among them (complementary suppression).
 */
export function partsWithheld(
  study: Pick<Study, "rolls">,
  {unpublished}: Unpublished,
  base: Pick<BaseStudy, "differences">,
  {all, parts}: {all: readonly number[]; parts: readonly {by: NonNullable<Result["by"]>; joiners: readonly number[]}[]}
): boolean[] {
  if (!all.some((j) => unpublished.has(base.differences.partnerships[j]))) return parts.map(() => false);
  const cells = parts.map(({by, joiners}): Cell => {
    const row = by.dimension === "feature" ? by.value.replace(/^no_/, "") : by.dimension;
    return {row, column: `${by.dimension} ${by.value}`, ...restingOn(study, base, joiners)};
  });
  const rests = [...group(parts, (_, i) => cells[i].row)].flatMap(([row, own]): Cell[] => {
    const told = new Set(own.flatMap(({joiners}) => joiners));
    const rest = all.filter((j) => !told.has(j));
    return rest.length ? [{row, column: `${row}, in no part`, ...restingOn(study, base, rest)}] : [];
  });
  return suppress([...cells, ...rests]).slice(0, cells.length);
}
