import type {CovariateSet} from "../comparison/assumptions.ts";
import type {Window} from "../comparison/yearly.ts";
import {once} from "../../once.ts";
import type {Unit} from "./units.ts";

/**
 * A way to draw placebo schools for some treated ones: for each a donor of the same trial, picked at random among those
 * with an excess at all the event times that the treated school has one at, and its mean excess over them. Null where a
 * treated school has no such donor.
 */
export function donorDraws(
  units: readonly Unit[],
  {set, times}: {set: CovariateSet; times: Window}
): ((source: () => number) => Float64Array) | null {
  const among = units.map((unit) => donorMeans(unit, set, times));
  if (among.some((means) => means.length === 0)) return null;
  return (source) => Float64Array.from(among, (means) => means[Math.floor(source() * means.length)]);
}

const kept = new WeakMap<object, Map<string, () => Float64Array>>();

/** Mean excesses of the donors of a school’s trial over the event times it has; made once for all schools that share them. */
function donorMeans({trial, at}: Unit, set: CovariateSet, [first, last]: Window): Float64Array {
  const columns: number[] = [];
  for (let e = Math.max(first, trial.from); e <= last && e - trial.from < trial.change.length; e++) {
    if (!Number.isNaN(trial.excess[set][e - trial.from][at])) columns.push(e - trial.from);
  }
  if (!kept.has(trial)) kept.set(trial, new Map());
  const known = kept.get(trial)!;
  const key = `${set} ${columns.join()}`;
  if (!known.has(key)) {
    known.set(
      key,
      once(() => {
        const sums = new Map<number, {sum: number; count: number}>();
        for (const column of columns) {
          const regression = trial.regressions[set][column]!;
          const {places, donors} = regression.matrix;
          for (let k = 0; k < donors; k++) {
            const excess = regression.excess[k];
            if (Number.isNaN(excess)) continue;
            const so = sums.get(places[k]) ?? {sum: 0, count: 0};
            sums.set(places[k], {sum: so.sum + excess, count: so.count + 1});
          }
        }
        const whole = [...sums.values()].filter(({count}) => count === columns.length);
        return Float64Array.from(whole, ({sum, count}) => sum / count);
      })
    );
  }
  return known.get(key)!();
}
