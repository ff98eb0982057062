import {group} from "d3";
import {design} from "../../design.ts";
import {holm, metaAnalysis, metaforPrecision} from "../../library/inference/index.ts";
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
 * are tested one by one, and the least likely is reported, its chance times their number (Bonferroni). Chances are then
 * adjusted for how many dimensions are compared (Holm 1979), those of the plan apart from those that are explored; the
 * planned ones come first.
 */
export function compareModerators(parts: readonly PartEffect[]): Result["moderators"] {
  const known = parts.filter(({estimated}) => estimated !== null && inOrder(estimated).every(({se}) => se > 0));
  const tested = [...group(known, ({by}) => by.dimension)].flatMap(([dimension, own]): Tested[] => {
    const splits = [...group(own, ({by}) => splitBy(by)).values()].filter((of) => of.length > 1);
    if (!splits.length) return [];
    const chances = splits.map((of) => Math.min(1, splits.length * computeChance(of)));
    const least = chances.indexOf(Math.min(...chances));
    return [{dimension, parts: splits[least], p: chances[least]}];
  });
  const isPlanned = ({dimension}: Tested) => design.moderators.planned.includes(dimension);
  return [true, false].flatMap((planned) => {
    const mine = tested.filter((one) => isPlanned(one) === planned);
    const adjusted = holm(Float64Array.from(mine, ({p}) => p));
    return mine.map((one, i) => ({
      dimension: one.dimension,
      planned,
      p: one.p,
      adjusted: adjusted[i],
      words: writeWords(one, {adjusted: adjusted[i], among: mine.length})
    }));
  });
}

interface Tested {
  dimension: Dimension;
  parts: PartEffect[];
  p: number;
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

function writeWords({dimension, parts, p}: Tested, {adjusted, among}: {adjusted: number; among: number}): string {
  const allowed = among > 1 ? `; ${chanceWords(adjusted)} once ${among} comparisons are allowed for` : "";
  const sure = `(${chanceWords(p)}${allowed}; ${parts.length} groups compared: ${listed(parts.map(({by}) => by.label))})`;
  const more = adjusted < 1 - design.confidence ? "by more than chance explains" : "by no more than chance explains";
  return `Effects differ between ${between[dimension]} ${more} ${sure}.`;
}

const chanceWords = (p: number): string => (p < 0.001 ? "p below 0.001" : `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`);
