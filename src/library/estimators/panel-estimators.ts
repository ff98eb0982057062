import {beforeAfter} from "./before-after.ts";
import {callawaySantanna} from "./callaway-santanna/index.ts";
import {efficientEstimator} from "./efficient.ts";
import {imputationEstimator, twoStageEstimator} from "./imputation.ts";
import type {PanelEstimator} from "./panel-estimator.ts";
import {sunAbrahamEstimator} from "./sun-abraham.ts";
import {twoWayEstimator} from "./two-way-fixed-effects.ts";

/** Every estimator of effects from a long panel; the first is the default. */
export const panelEstimators: readonly PanelEstimator[] = [
  callawaySantanna,
  imputationEstimator,
  twoStageEstimator,
  sunAbrahamEstimator,
  twoWayEstimator,
  efficientEstimator,
  beforeAfter
];
