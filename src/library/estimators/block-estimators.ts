import {augmentedSyntheticControl} from "./augmented-synthetic-control.ts";
import type {BlockPanel} from "../panel/block-panel.ts";
import {chooseSolver, syntheticControl} from "./synthetic-control.ts";
import type {SyntheticEffect} from "../panel/synthetic-effect.ts";
import {blockDid, estimateNoise, syntheticDid} from "./synthetic-did.ts";
import type {Solver} from "./synthetic-weights.ts";

/** An effect, and the same estimator for replications of the panel: penalties kept, starting from given weights. */
export interface BlockEstimate {
  effect: SyntheticEffect;
  again(panel: BlockPanel, start: SyntheticEffect): SyntheticEffect;
}

/** What an estimator of a block panel may be given. */
export interface BlockOptions {
  /** Null for what the estimator’s authors use. */
  solver: Solver | null;
  /** The ridge penalty of the augmented one; null to choose it by leaving periods out. */
  lambda: number | null;
}

/** A way to estimate the effect on units treated from one period on, from a block panel. */
export interface BlockEstimator {
  id: string;
  label: string;
  reference: string;
  estimate(panel: BlockPanel, options: BlockOptions): BlockEstimate;
}

/**
 * Estimators for a few units treated at once; the first is the default.
 *
 * @example
 * import {blockEstimators} from "school-partnerships";
 *
 * console.log(blockEstimators.map(({id}) => id).join(", "));
 * // synthetic_did, synthetic_control, augmented, did
 */
export const blockEstimators: readonly BlockEstimator[] = [
  {
    id: "synthetic_did",
    label: "synthetic difference in differences",
    reference: "Arkhangelsky, Athey, Hirshberg, Imbens & Wager (2021), AER 111(12), doi:10.1257/aer.20190159",
    estimate: (panel, {solver}) => repeated(syntheticDid, panel, solver ?? "frank_wolfe")
  },
  {
    id: "synthetic_control",
    label: "synthetic control",
    reference: "Abadie, Diamond & Hainmueller (2010), JASA 105(490), doi:10.1198/jasa.2009.ap08746",
    estimate: (panel, {solver}) => repeated(syntheticControl, panel, solver ?? chooseSolver(panel))
  },
  {
    id: "augmented",
    label: "ridge-augmented synthetic control",
    reference: "Ben-Michael, Feller & Rothstein (2021), JASA 116(536), doi:10.1080/01621459.2021.1929245",
    estimate: (panel, {lambda}) => {
      const effect = augmentedSyntheticControl(panel, lambda === null ? {} : {lambda});
      return {effect, again: (other) => augmentedSyntheticControl(other, {lambda: effect.lambda})};
    }
  },
  {
    id: "did",
    label: "difference in differences",
    reference: "Arkhangelsky et al. (2021), section 2.1",
    estimate: (panel) => ({effect: blockDid(panel), again: (other) => blockDid(other)})
  }
];

function repeated(estimate: typeof syntheticDid, panel: BlockPanel, solver: Solver): BlockEstimate {
  const noise = estimateNoise(panel);
  return {
    effect: estimate(panel, {solver, noise}),
    again: (other, start) => estimate(other, {solver, noise, start})
  };
}
