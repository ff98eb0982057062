import type {Block} from "../statistics/sparse-rows.ts";
import type {ClusteredRegression} from "./clustered-regression.ts";

/** A fixed effect: by row an index below `levels`. */
export interface FixedEffect {
  level: Int32Array;
  levels: number;
}

/**
 * A column of names as a fixed effect, its levels in order of first appearance.
 *
 * @example
 * import {fixedEffect} from "school-partnerships";
 *
 * const {level, levels} = fixedEffect(["b", "a", "b"]);
 * console.log([...level].join(), levels);
 * // 0,1,0 2
 */
export function fixedEffect(names: readonly string[]): FixedEffect {
  const index = new Map<string, number>();
  const level = Int32Array.from(names, (name) => {
    if (!index.has(name)) index.set(name, index.size);
    return index.get(name)!;
  });
  return {level, levels: index.size};
}

/**
 * Takes out the largest of the effects whose levels lie within one cluster each,
 * which draws of one weight a cluster leave alone; the others become dummies. Without such an
 * effect there is a constant instead.
 *
 * @example
 * import {arrangeEffects, fixedEffect} from "school-partnerships";
 *
 * // Units lie within clusters, years do not: units are taken out, years become dummies.
 * const units = fixedEffect([..."aabbcc"]);
 * const years = fixedEffect(["1", "2", "1", "2", "1", "2"]);
 * const {absorbed, dummies} = arrangeEffects([units, years], Int32Array.of(0, 0, 0, 0, 1, 1));
 * console.log(absorbed.levels, dummies.length);
 * // 3 1
 */
export function arrangeEffects(
  effects: readonly FixedEffect[],
  cluster: Int32Array
): Pick<ClusteredRegression, "absorbed"> & {dummies: Block[]} {
  const nested = effects.filter((effect) => isNested(effect, cluster)).sort((a, b) => b.levels - a.levels);
  const absorbed = nested[0] ?? null;
  const dummies: Block[] = effects.filter((effect) => effect !== absorbed);
  const constant = {values: new Float64Array(cluster.length).fill(1)};
  return {absorbed, dummies: absorbed ? dummies : [constant, ...dummies]};
}

function isNested({level, levels}: FixedEffect, cluster: Int32Array): boolean {
  const found = new Int32Array(levels).fill(-1);
  for (let row = 0; row < level.length; row++) {
    if (found[level[row]] < 0) found[level[row]] = cluster[row];
    else if (found[level[row]] !== cluster[row]) return false;
  }
  return true;
}
