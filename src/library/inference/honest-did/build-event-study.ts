import {UserError} from "../../errors.ts";
import type {Effect} from "../../panel/long-panel.ts";
import type {Clustering} from "../cluster-influence.ts";
import {sumBy} from "../../statistics/sum-by.ts";
import type {EventStudy} from "./event-study.ts";

/** Which event times make an event study, and what they are counted from. */
export interface EventWindow {
  /** First and last event time taken. */
  from: number;
  to: number;
  /** The event time that changes are counted from, whose effect is 0. */
  reference: number;
  /** Event times passed over: a year of selection that is no guide to trends. The step across counts as one. */
  leftOut: readonly number[];
}

/**
 * The event study in effects by event time, its covariance from what units contribute, summed by
 * cluster; the target is the first later effect. Throws a UserError where an event time of the
 * window has no effect or no influence.
 *
 * @example
 * import {buildEventStudy} from "school-partnerships";
 *
 * const clustering = {of: Int32Array.of(0, 1, 2, 3), count: 4};
 * const makeEffect = (term, estimate, influence) => ({term, estimate, influence: Float64Array.from(influence), units: 2, comparators: 2});
 * const study = buildEventStudy([makeEffect(-2, 0.1, [0.1, -0.1, 0, 0]), makeEffect(0, 1, [0, 0.2, -0.2, 0])], clustering, {
 *   from: -2,
 *   to: 0,
 *   reference: -1,
 *   leftOut: []
 * });
 * console.log([...study.beta].join(), study.pre, [...study.sigma].map((x) => x.toFixed(2)).join());
 * // 0.1,1 1 0.02,-0.02,-0.02,0.08
 */
export function buildEventStudy(
  effects: readonly Effect[],
  clustering: Clustering,
  {from, to, reference, leftOut}: EventWindow
): EventStudy {
  const times = Array.from({length: to - from + 1}, (_, i) => from + i).filter(
    (e) => e !== reference && !leftOut.includes(e)
  );
  const selected = times.map((e) => effects.find(({term}) => term === e));
  const absent = times.filter((_, i) => !selected[i]?.influence);
  if (absent.length) {
    throw new UserError(`no effect with an influence at event time ${absent.join(", ")}`, {
      fix: "take a shorter window, or an estimator that counts from one universal base"
    });
  }
  const influences = selected.map((effect) => sumBy(effect!.influence!, clustering.of, clustering.count));
  const size = times.length;
  const sigma = new Float64Array(size * size);
  influences.forEach((a, i) =>
    influences.forEach((b, j) => {
      sigma[i * size + j] = a.reduce((sum, value, cluster) => sum + value * b[cluster], 0);
    })
  );
  const pre = times.filter((e) => e < reference).length;
  const target = new Float64Array(size - pre);
  target[0] = 1;
  return {beta: Float64Array.from(selected, (effect) => effect!.estimate), sigma, pre, target};
}
