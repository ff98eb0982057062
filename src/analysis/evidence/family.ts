import {benjaminiHochberg, type Clustering, romanoWolf} from "../../library/inference/index.ts";
import {sumBy} from "../../library/statistics/index.ts";
import {signedSums, type Signs} from "../kernels/signed-sums.ts";
import {design} from "../../design.ts";
import type {Result} from "../../release/results.ts";

/** A result of the family: its estimate, its p-value at its size, and each school’s influence on it. */
export interface FamilyMember {
  id: string;
  estimate: number;
  p: number;
  /** By school of the phase. */
  influence: Float64Array;
}

export interface FamilyOptions {
  name: string;
  /** By school of the phase; the same for all members. */
  clusters: Clustering;
  draws: number;
  signs: Signs;
}

/**
 * By result, whether it stands when all outcomes of its family are tested at once: Romano & Wolf’s (2016) step-down
 * over a multiplier bootstrap that weighs clusters alike for all outcomes (Rademacher), never kinder than the result’s
 * own p-value; and next to it, as `false_discovery`, whether it is found at a false discovery rate of 5 % (Benjamini &
 * Hochberg 1995). Results whose p is NaN, or that nothing moves, are left out.
 */
export function adjustFamily(
  results: readonly FamilyMember[],
  {name, clusters, draws, signs}: FamilyOptions
): Map<string, NonNullable<Result["family"]>> {
  const all = results.map((result) => ({...result, sums: sumBy(result.influence, clusters.of, clusters.count)}));
  const tested = all.filter(({p, sums}) => !Number.isNaN(p) && describeError(sums) > 0);
  const alpha = 1 - design.confidence;
  const stepDown = romanoWolf(
    Float64Array.from(tested, ({estimate, sums}) => estimate / describeError(sums)),
    drawnStatistics(tested, {draws, signs}),
    {enumerated: false}
  );
  const discovered = benjaminiHochberg(Float64Array.from(tested, ({p}) => p));
  return new Map(
    tested.map(({id, p}, i) => [
      id,
      {
        name,
        outcomes: tested.length,
        stands: Math.max(stepDown[i], p) <= alpha,
        false_discovery: discovered[i] <= alpha
      }
    ])
  );
}

const describeError = (sums: Float64Array): number => Math.sqrt(sums.reduce((sum, x) => sum + x * x, 0));

/** Statistics of all members under the null, draw after draw. */
function drawnStatistics(
  tested: readonly {sums: Float64Array}[],
  {draws, signs}: Pick<FamilyOptions, "draws" | "signs">
): Float64Array {
  const moving = Int32Array.from(tested[0]?.sums.keys() ?? []).filter((c) => tested.some(({sums}) => sums[c] !== 0));
  const scores = tested.map(({sums}) => {
    const se = describeError(sums);
    return Float64Array.from(moving, (c) => sums[c] / se);
  });
  return signedSums(scores, {draws, signs});
}
