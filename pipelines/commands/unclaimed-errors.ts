import {rollup} from "d3";
import type {EffectRow} from "../../src/library/inference/index.ts";
import type {LongPanel, PanelOptions} from "../../src/library/panel/index.ts";

/**
 * Whether an effect is measured against one unit or cluster alone: what happened to that one is in the effect and in no
 * standard error of it.
 */
export function isAgainstOne({cohort, cluster}: LongPanel, {comparators}: Pick<PanelOptions, "comparators">) {
  const never = [...cluster].filter((_, u) => cohort[u] === Infinity);
  const inOne = comparators === "never_treated" && new Set(never).size === 1;
  return (row: {comparators: number}): boolean =>
    row.comparators === 1 || (inOne && row.comparators > 0 && row.comparators <= never.length);
}

/**
 * The efficient estimator weighs by covariances of the periods within each cohort, which fewer units than periods do not
 * give: in simulations of six units a cohort and eight periods its intervals held the effect in four of five. Says so,
 * next to the errors that its paper gives; null where there are more.
 */
export function describeThin({cohort, period}: LongPanel): string | null {
  const smallest = Math.min(
    ...rollup(
      [...cohort],
      (units) => units.length,
      (g) => g
    ).values()
  );
  const periods = new Set(period).size;
  return smallest > periods
    ? null
    : `standard errors are too small: the smallest cohort has ${smallest} ${smallest === 1 ? "unit" : "units"}, no more than the ${periods} periods whose covariances efficient needs; compare them with another estimator’s`;
}

/** In how many clusters units are that are treated at some time. */
export const countTreatedClusters = ({cohort, cluster}: Pick<LongPanel, "cohort" | "cluster">): number =>
  new Set(cluster.filter((_, u) => cohort[u] < Infinity)).size;

/** Says which effects have a standard error of 0: the data are fitted without a rest, which is no certainty; null where none is. */
export function describeUnmeasured(rows: readonly EffectRow[]): string | null {
  const terms = rows.filter(({se}) => se === 0).map(({term}) => term);
  return terms.length
    ? `no standard errors are claimed of ${terms.join(", ")}: units that are compared differ in nothing that they could be measured by`
    : null;
}

/** A row without its standard error and what is made of it. */
export const withoutInterval = (row: EffectRow): EffectRow => ({
  ...row,
  se: NaN,
  ...(row.se_plain === undefined ? {} : {se_plain: NaN}),
  low: NaN,
  high: NaN,
  ...(row.band_low === undefined ? {} : {band_low: NaN, band_high: NaN})
});
