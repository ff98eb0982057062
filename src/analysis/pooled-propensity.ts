import {deviation, mean} from "d3";
import {UserError} from "../errors.ts";
import {fitBinaryRegression} from "../matching/binary-regression.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import type {Candidates} from "./candidates.ts";

/** How likely schools were to join, on the scale of log odds, by cohort for joiners and then the pool. */
export interface PooledPropensity {
  scores: Float64Array[];
  /** Standard deviation among all of them. */
  deviation: number;
}

/**
 * One logit for all cohorts, of covariates less the pool’s mean and over its
 * standard deviation in the cohort; a covariate that does not count in a cohort
 * is 0 there. Null where the covariates tell joiners from others perfectly.
 */
export function pooledPropensity(cohorts: readonly Candidates[]): PooledPropensity | null {
  const names = [...new Set(cohorts.flatMap(({covariates}) => covariates.map(({name}) => name)))];
  const sizes = cohorts.map(({joiners, pool}) => joiners.length + pool.length);
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const treated = new Uint8Array(rows);
  const columns = names.map((name) => ({name, values: new Float64Array(rows)}));
  let at = 0;
  cohorts.forEach(({joiners, covariates}, c) => {
    treated.fill(1, at, at + joiners.length);
    for (const {name, values} of covariates) {
      const ofPool = values.subarray(joiners.length);
      const [centre, spread] = [mean(ofPool)!, deviation(ofPool)!];
      const into = columns[names.indexOf(name)].values;
      if (spread > 0) for (let i = 0; i < values.length; i++) into[at + i] = (values[i] - centre) / spread;
    }
    at += sizes[c];
  });
  const {collinear} = standardisedDesign(rows, columns);
  const kept = columns.filter(({name}) => !collinear.includes(name));
  const logits = logitsOf(treated, kept);
  if (!logits) return null;
  let from = 0;
  const scores = sizes.map((size) => logits.slice(from, (from += size)));
  return {scores, deviation: deviation(logits)!};
}

function logitsOf(treated: Uint8Array, columns: {name: string; values: Float64Array}[]): Float64Array | null {
  try {
    const {fitted} = fitBinaryRegression(treated, columns, {link: "logit"});
    return fitted.map((chance) => Math.log(chance / (1 - chance)));
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
