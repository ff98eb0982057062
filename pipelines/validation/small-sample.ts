import {design} from "../../src/design.ts";
import type {CovariateSet} from "../../src/analysis/comparison/assumptions.ts";
import type {Window} from "../../src/analysis/comparison/yearly.ts";
import {criticalValue} from "../../src/analysis/effects/student-interval.ts";
import {meanExcess, type MeanExcess} from "../../src/analysis/effects/mean-excess.ts";
import type {PoolRegression} from "../../src/analysis/expected-change/pool-regression.ts";
import type {TrialExcess} from "../../src/analysis/expected-change/trial-excess.ts";
import {clusteredMean, type Clustering} from "../../src/library/inference/index.ts";
import {solveLower} from "../../src/library/statistics/cholesky.ts";
import {sumBy} from "../../src/library/statistics/sum-by.ts";

/** Half the width of an interval, in the unit of the outcome. */
export interface Reach {
  se: number;
  degrees: number;
  reach: number;
}

/**
 * The error of a mean of excesses with the bias-reduced variance CR2 in both its parts, the treated by partnership and
 * the donors by school (Bell & McCaffrey 2002, working model: schools alike and independent), and degrees of freedom of
 * the two together (Satterthwaite 1946): the treated’s own, and, of the donors, those that the regression of fewest
 * leaves. It is held beside the printed interval; no page shows it.
 */
export function reachBySmallSample(
  mean: MeanExcess,
  {clusters, set, times, schools}: {clusters: Clustering; set: CovariateSet; times: Window; schools: number}
): Reach {
  const of = Int32Array.from(mean.units, ({row}) => clusters.of[row]);
  const treated = clusteredMean(mean.own, of, clusters.count);
  const trials = [...new Set(mean.units.map(({trial}) => trial))];
  const adjusted = new Map(trials.map((trial) => [trial, withRaisedResiduals(trial, set)]));
  const units = mean.units.map((unit) => ({...unit, trial: adjusted.get(unit.trial)!}));
  const {influence} = meanExcess(units, {set, times, schools})!;
  mean.units.forEach(({row}, i) => (influence[row] -= (mean.own[i] - mean.estimate) / mean.own.length));
  const donors = sumBy(influence, clusters.of, clusters.count).reduce((sum, own) => sum + own * own, 0);
  const left = Math.min(
    ...trials.flatMap(({regressions}) => regressions[set].flatMap((one) => (one ? [one.donors - one.factor.rank] : [])))
  );
  const variance = treated.se ** 2 + donors;
  const degrees = variance ** 2 / (treated.se ** 4 / treated.degrees + donors ** 2 / left);
  const se = Math.sqrt(variance);
  return {se, degrees, reach: criticalValue(degrees) * se};
}

/** With more donors a coefficient than this a residual is raised by under a hundredth, and is left as it is. */
const MANY = 50;

const kept = new WeakMap<PoolRegression, PoolRegression>();

/** A trial whose donors’ residuals are divided by √(1 − h), h the leverage of each in its regression. */
function withRaisedResiduals(trial: TrialExcess, set: CovariateSet): TrialExcess {
  const regressions = trial.regressions[set].map((one) => {
    if (!one || one.donors > MANY * one.factor.rank) return one;
    if (!kept.has(one)) kept.set(one, raiseResiduals(one));
    return kept.get(one)!;
  });
  return {...trial, regressions: {...trial.regressions, [set]: regressions}};
}

/** The residual of a donor that the regression fits exactly is nothing, whatever it is divided by. */
function raiseResiduals(regression: PoolRegression): PoolRegression {
  const {matrix, factor, excess} = regression;
  const width = matrix.names.length;
  const raised = excess.slice();
  for (let k = 0; k < matrix.donors; k++) {
    if (Number.isNaN(excess[k])) continue;
    const half = solveLower(factor, matrix.values.subarray(k * width, k * width + factor.size));
    const left = 1 - half.reduce((sum, value) => sum + value * value, 0);
    raised[k] = left > design.tolerances.copy ? excess[k] / Math.sqrt(left) : 0;
  }
  return {...regression, excess: raised};
}
