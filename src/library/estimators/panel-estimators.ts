import {UserError} from "../errors.ts";
import {beforeAfter} from "./before-after.ts";
import {callawaySantanna} from "./callaway-santanna/callaway-santanna.ts";
import {efficientEstimator} from "./efficient.ts";
import {imputationEstimator, twoStageEstimator} from "./imputation.ts";
import type {PanelEstimator} from "../panel/panel-estimator.ts";
import {sunAbrahamEstimator} from "./sun-abraham.ts";
import {twoWayEstimator} from "./two-way-fixed-effects.ts";

/**
 * Every estimator of effects from a long panel; the first is the default.
 *
 * @example
 * import {panelEstimators} from "school-partnerships";
 *
 * console.log(panelEstimators.map(({id}) => id).join(", "));
 * // callaway_santanna, imputation, two_stage, sun_abraham, twfe, efficient, before_after
 */
export const panelEstimators: readonly PanelEstimator[] = [
  callawaySantanna,
  imputationEstimator,
  twoStageEstimator,
  sunAbrahamEstimator,
  twoWayEstimator,
  efficientEstimator,
  beforeAfter
];

/**
 * The estimator of an id, such as "callaway_santanna". Throws a UserError, with the ids there are, where there is none.
 *
 * @example
 * import {findEstimator} from "school-partnerships";
 *
 * console.log(findEstimator("sun_abraham").label);
 * // Interaction-weighted event study
 */
export function findEstimator(id: string): PanelEstimator {
  const estimator = panelEstimators.find((one) => one.id === id);
  if (estimator) return estimator;
  throw new UserError(`no estimator is called “${id}”`, {
    fix: `choose one of ${panelEstimators.map((one) => one.id).join(", ")}`
  });
}
