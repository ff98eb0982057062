import {covariateLabels} from "../../src/analysis/comparison/covariate-labels.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import {similarSchools} from "../../src/analysis/comparison/similar-schools.ts";
import {putInForce, type Design} from "../../src/plan/in-force.ts";

/** The schools of a phase, and by row the first cohort in which each joined something in the register; NaN where it joined nothing. */
export interface SimilarTask {
  data: PhaseData;
  first: Float64Array;
  plan: Design;
}

/** Of every school of the phase, those most like it: before it first joined anything in the register, else in its latest years. As text. */
export function findSimilar({data, first, plan}: SimilarTask): string {
  putInForce(plan);
  const cohort = (row: number) => (Number.isNaN(first[row]) ? null : first[row]);
  return JSON.stringify(similarSchools(data, cohort, covariateLabels));
}
