import {group, sum} from "d3";
import {describeDisclosure} from "./disclosure.ts";
import {suppress, type Cell} from "./suppress.ts";
import type {Part} from "../comparison/role-joined.ts";
import type {Yearly} from "../comparison/yearly.ts";
import type {Unit} from "../effects/units.ts";
import {rollWeights} from "./robustness.ts";

/** How many schools and pupils are behind figures on some schools: pupils by their mean rolls in the base window; null where none is known. */
function restingOn(units: readonly Unit[], rolls: Yearly): {schools: number; pupils: number | null} {
  const pupils = sum(units, rollWeights(rolls));
  return {schools: units.length, pupils: pupils > 0 ? pupils : null};
}

/** Why figures on some schools may not be shown; null where they may. They count as local data where any is in a partnership that no published source covers. */
export function whyWithheld(units: readonly Unit[], rolls: Yearly, unpublished: ReadonlySet<string>): string | null {
  if (!units.some(({partnership}) => unpublished.has(partnership))) return null;
  const {release, words} = describeDisclosure(restingOn(units, rolls), "local");
  return release ? null : words;
}

const complement = "Not shown: with it, figures of another partnership that may not be shown could be worked out.";

/** By partnership that may not be shown, why; where only one is withheld, the smallest other is too (complementary suppression). */
export function partnershipsWithheld(
  byPartnership: ReadonlyMap<string, readonly Unit[]>,
  rolls: Yearly,
  unpublished: ReadonlySet<string>
): Map<string, string> {
  const all = [...byPartnership];
  if (!all.some(([partnership]) => unpublished.has(partnership))) return new Map();
  const hidden = suppress(
    all.map(([partnership, units]) => ({row: "partnerships", column: partnership, ...restingOn(units, rolls)}))
  );
  return new Map(
    all.flatMap(([partnership, units], i): [string, string][] =>
      hidden[i] ? [[partnership, whyWithheld(units, rolls, unpublished) ?? complement]] : []
    )
  );
}

/**
 * By part of the schools: whether it is withheld, where any partnership is unpublished. A part that may be shown is
 * withheld too where another that may not could be worked out from it and from all, those in no part of the dimension
 * among them (complementary suppression).
 */
export function partsWithheld(
  all: readonly Unit[],
  parts: readonly (Pick<Part, "by"> & {units: readonly Unit[]})[],
  rolls: Yearly,
  unpublished: ReadonlySet<string>
): boolean[] {
  if (!all.some(({partnership}) => unpublished.has(partnership))) return parts.map(() => false);
  const cells = parts.map(({by, units}): Cell => {
    const row = by.dimension === "feature" ? by.value.replace(/^no_/, "") : by.dimension;
    return {row, column: `${by.dimension} ${by.value}`, ...restingOn(units, rolls)};
  });
  const rests = [...group(parts, (_, i) => cells[i].row)].flatMap(([row, own]): Cell[] => {
    const named = new Set(own.flatMap(({units}) => units.map((unit) => unit.row)));
    const rest = all.filter((unit) => !named.has(unit.row));
    return rest.length ? [{row, column: `${row}, in no part`, ...restingOn(rest, rolls)}] : [];
  });
  return suppress([...cells, ...rests]).slice(0, cells.length);
}
