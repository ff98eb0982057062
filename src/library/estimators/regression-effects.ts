import type {Effect, LongPanel} from "../panel/long-panel.ts";
import {numberClusters} from "../panel/panel-rows.ts";
import {combine, influenceByUnit, unitClusterCorrection, type TwoWayFit} from "./two-way-regression.ts";

/** A combination of the regressors of a fit as an effect. */
export type EffectOf = (
  combination: Float64Array,
  about: Pick<Effect, "term" | "units" | "comparators">
) => Effect & {influence: Float64Array};

/**
 * Makes effects of a two-way regression on a panel. Influences carry the root
 * of the correction for small samples, so that the sum over clusters of their
 * squared sums is the clustered variance as fixest, areg and reghdfe report it.
 */
export function computeEffects(fit: TwoWayFit, panel: LongPanel): EffectOf {
  const correction = unitClusterCorrection(fit, numberClusters(panel));
  return (combination, about) => {
    const influence = influenceByUnit(fit, combination);
    for (let u = 0; u < influence.length; u++) influence[u] *= correction;
    return {...about, estimate: combine(fit, combination), influence};
  };
}

/** A vector of `length` with ones or the values given at some places, and zeros. */
export function combinationAt(length: number, places: readonly number[], values?: ArrayLike<number>): Float64Array {
  const combination = new Float64Array(length);
  places.forEach((place, k) => (combination[place] = values ? values[k] : 1));
  return combination;
}

/** Says which covariates, the first regressors of a fit, were dropped. */
export function collinearCovariates({coefficients}: TwoWayFit, {covariates}: LongPanel): string[] {
  return covariates
    .filter((_, j) => Number.isNaN(coefficients[j]))
    .map(
      ({name}) => `${name} says nothing that the effects of units and years do not: left out (it has to vary in time)`
    );
}
