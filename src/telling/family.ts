import {benjaminiHochberg} from "../inference/benjamini-hochberg.ts";
import {romanoWolf} from "../inference/romano-wolf.ts";
import {design} from "../design.ts";
import type {Result} from "../results.ts";
import {dot} from "../statistics/linear-model.ts";

/** A result of the family: its estimate, its p-value at its size, and what each school adds to the estimate. */
export interface FamilyMember {
  id: string;
  estimate: number;
  p: number;
  school_id: Int32Array;
  influence: Float64Array;
}

export interface FamilyOptions {
  name: string;
  /** By school the cluster whose luck it shares: the same for all members. Throws where a school has none. */
  clusters: ReadonlyMap<number, number>;
  draws: number;
  /** Uniform numbers in [0, 1), such as d3.randomLcg(seed). */
  source: () => number;
}

/**
 * By result, whether it stands when all outcomes of its family are tested at once: Romano & Wolf’s (2016) step-down
 * over a multiplier bootstrap that weighs clusters alike for all outcomes (Rademacher), never kinder than the result’s
 * own p-value; and beside it, as `false_discovery`, whether it is found at a false discovery rate of 5 % (Benjamini &
 * Hochberg 1995). Results whose p is NaN, or that nothing moves, are left out.
 */
export function familyOf(
  results: readonly FamilyMember[],
  {name, clusters, draws, source}: FamilyOptions
): Map<string, NonNullable<Result["family"]>> {
  const all = results.map((result) => ({...result, sums: sumsByCluster(result, clusters)}));
  const tested = all.filter(({p, sums}) => !Number.isNaN(p) && errorOf(sums) > 0);
  const alpha = 1 - design.confidence;
  const stepDown = romanoWolf(
    Float64Array.from(tested, ({estimate, sums}) => estimate / errorOf(sums)),
    drawnStatistics(tested, {draws, source}),
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

type Sums = ReadonlyMap<number, number>;

function sumsByCluster({id, school_id, influence}: FamilyMember, clusters: ReadonlyMap<number, number>): Sums {
  const sums = new Map<number, number>();
  school_id.forEach((school, i) => {
    const cluster = clusters.get(school);
    if (cluster === undefined) throw new Error(`${id}: school ${school} is in no cluster`);
    sums.set(cluster, (sums.get(cluster) ?? 0) + influence[i]);
  });
  return sums;
}

const errorOf = (sums: Sums): number => Math.sqrt([...sums.values()].reduce((sum, x) => sum + x * x, 0));

/** Statistics of all members under the null, draw after draw. */
function drawnStatistics(
  tested: readonly {sums: Sums}[],
  {draws, source}: Pick<FamilyOptions, "draws" | "source">
): Float64Array {
  const order = [...new Set(tested.flatMap(({sums}) => [...sums.keys()]))].sort((a, b) => a - b);
  const place = new Map(order.map((cluster, i) => [cluster, i]));
  const scores = tested.map(({sums}) => {
    const se = errorOf(sums);
    const own = new Float64Array(order.length);
    for (const [cluster, sum] of sums) own[place.get(cluster)!] = sum / se;
    return own;
  });
  const statistics = new Float64Array(draws * tested.length);
  const sign = new Float64Array(order.length);
  for (let draw = 0; draw < draws; draw++) {
    for (let c = 0; c < sign.length; c++) sign[c] = source() < 0.5 ? -1 : 1;
    scores.forEach((own, k) => (statistics[draw * tested.length + k] = dot(sign, own)));
  }
  return statistics;
}
