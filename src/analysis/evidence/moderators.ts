import {group} from "d3";
import {design} from "../../design.ts";
import {metaAnalysis, metaforPrecision} from "../../library/inference/index.ts";
import type {Dimension, Result, Subgroup} from "../../release/results.ts";
import {listed} from "../../vocabulary/format.ts";
import {both, inOrder, type Both} from "../comparison/assumptions.ts";

/** The effect on a part of those who joined; without an interval it is null. */
export interface PartEffect {
  by: Subgroup;
  estimated: Both<{estimate: number; se: number}> | null;
}

const between: Readonly<Record<Dimension, string>> = {
  region: "regions",
  model: "models of area-based partnerships",
  size: "sizes of partnership",
  distance: "partnerships that lie close together and far apart",
  disadvantage: "schools with fewer and more disadvantaged pupils",
  earlier_third: "schools with lower and higher earlier results",
  moved: "schools that came from another partnership and others",
  feature: "partnerships with and without a feature",
  period: "periods of joining",
  former_type: "types of school before joining",
  programme: "programmes"
};

/**
 * Whether the effects on parts differ by more than chance, a sentence a dimension: Cochran’s (1954) Q = Σ (x − x̄)² ÷ se²,
 * χ² with one degree of freedom fewer than parts. Parts without an interval are left out; a dimension with fewer than two parts left is not reported. Features
 * are tested one by one, and the least likely is reported, its chance times their number (Bonferroni).
 */
export function compareModerators(parts: readonly PartEffect[]): Result["moderators"] {
  const known = parts.filter(({estimated}) => estimated !== null && inOrder(estimated).every(({se}) => se > 0));
  return [...group(known, ({by}) => by.dimension)].flatMap(([dimension, own]) => {
    const tested = [...group(own, ({by}) => splitBy(by)).values()].filter((of) => of.length > 1);
    if (!tested.length) return [];
    const chances = tested.map((of) => Math.min(1, tested.length * computeChance(of)));
    const least = chances.indexOf(Math.min(...chances));
    return [{dimension, words: writeWords(dimension, tested[least], chances[least])}];
  });
}

/** What a part is one side of: a feature is there or not; other dimensions have all their parts next to each other. */
const splitBy = ({dimension, value}: Subgroup): string =>
  dimension === "feature" ? value.replace(/^no_/, "") : dimension;

/** The larger of the chances under both assumptions: a difference counts where both find it. */
const computeChance = (parts: readonly PartEffect[]): number =>
  Math.max(
    ...inOrder(
      both(
        (set) =>
          metaAnalysis(
            {
              effect: Float64Array.from(parts, ({estimated}) => estimated![set].estimate),
              variance: Float64Array.from(parts, ({estimated}) => estimated![set].se ** 2)
            },
            {method: "fe", hartungKnapp: false, alpha: 1 - design.confidence, precision: metaforPrecision}
          ).p
      )
    )
  );

function writeWords(dimension: Dimension, parts: readonly PartEffect[], p: number): string {
  const among = `${parts.length} groups compared: ${listed(parts.map(({by}) => by.label))}`;
  const shown = p < 0.001 ? "p below 0.001" : `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`;
  return p < 1 - design.confidence
    ? `Effects differ between ${between[dimension]} by more than chance explains (${shown}; ${among}).`
    : `Effects differ between ${between[dimension]} by no more than chance explains (${shown}; ${among}).`;
}
