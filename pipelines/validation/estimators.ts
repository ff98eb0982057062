import {randomLcg} from "d3";
import {callawaySantanna} from "../../src/library/estimators/callaway-santanna/callaway-santanna.ts";
import {imputationEstimator} from "../../src/library/estimators/imputation.ts";
import type {LongPanel} from "../../src/library/panel/long-panel.ts";
import type {PanelEstimator, PanelOptions} from "../../src/library/panel/panel-estimator.ts";
import {sunAbrahamEstimator} from "../../src/library/estimators/sun-abraham.ts";
import {twoWayEstimator} from "../../src/library/estimators/two-way-fixed-effects.ts";
import {buildEventStudy} from "../../src/library/inference/honest-did/build-event-study.ts";
import {
  honestDidDefaults,
  relativeMagnitudesInterval
} from "../../src/library/inference/honest-did/relative-magnitudes-interval.ts";
import {multiplierBootstrap} from "../../src/library/inference/multiplier-bootstrap.ts";

/** One line of the table of speeds: what is timed, on which panel, and what R needs (../shared/bench/bench_R.txt). */
export interface Timed {
  id: string;
  label: string;
  panel: {balance: boolean; covariates: readonly string[]};
  /** Seconds of R on the same panel, and seconds expected. */
  r: number;
  expected: number | null;
  run(panel: LongPanel): void;
}

const options: PanelOptions = {
  aggregate: "dynamic",
  comparators: "never_treated",
  base: "varying",
  method: "dr",
  anticipation: 0
};
const events =
  (estimator: PanelEstimator, more: Partial<PanelOptions> = {}) =>
  (panel: LongPanel) =>
    estimator.estimate(panel, {...options, ...more});

const balanced = {balance: true, covariates: []};
const unbalanced = {balance: false, covariates: []};

/** What is timed, in the order of the table. */
export const timed: readonly Timed[] = [
  {
    id: "cs",
    label: "Callaway–Sant’Anna, dr, balanced, events",
    panel: balanced,
    r: 1.26,
    expected: 0.6,
    run: events(callawaySantanna)
  },
  {
    id: "cs_fsm",
    label: "… with a covariate",
    panel: {balance: true, covariates: ["fsm"]},
    r: 1.53,
    expected: null,
    run: events(callawaySantanna)
  },
  {
    id: "cs_bootstrap",
    label: "… without, 1,000 clustered multiplier draws",
    panel: balanced,
    r: 1.63,
    expected: 1,
    run: (panel) => {
      const {effects} = callawaySantanna.estimate(panel, options);
      const influences = effects.flatMap(({influence}) => influence ?? []);
      multiplierBootstrap(influences, {of: panel.cluster, count: panel.clusters}, {draws: 1000, source: randomLcg(1)});
    }
  },
  {
    id: "cs_unbalanced",
    label: "… unbalanced, a covariate, not yet treated",
    panel: {balance: false, covariates: ["fsm"]},
    r: 5.69,
    expected: 2,
    run: events(callawaySantanna, {comparators: "not_yet_treated"})
  },
  {
    id: "imputation",
    label: "imputation, unbalanced, events",
    panel: unbalanced,
    r: 9.44,
    expected: 3,
    run: events(imputationEstimator)
  },
  {
    id: "sun_abraham",
    label: "Sun–Abraham, unbalanced, events",
    panel: unbalanced,
    r: 4.05,
    expected: 1.5,
    run: events(sunAbrahamEstimator)
  },
  {
    id: "twfe",
    label: "two-way fixed effects, unbalanced",
    panel: unbalanced,
    r: 0.08,
    expected: null,
    run: events(twoWayEstimator, {aggregate: "simple"})
  },
  {
    id: "honest_did",
    label: "HonestDiD, m = 1, five years before and nine after, the event study included",
    panel: balanced,
    r: 7,
    expected: 1,
    run: (panel) => {
      const {effects} = callawaySantanna.estimate(panel, {...options, base: "universal"});
      const clustering = {of: panel.cluster, count: panel.clusters};
      const study = buildEventStudy(effects, clustering, {from: -6, to: 8, reference: -1, leftOut: []});
      relativeMagnitudesInterval(study, 1, honestDidDefaults);
    }
  }
];
