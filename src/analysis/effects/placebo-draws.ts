import {bisectRight, cumsum, rollup} from "d3";
import {design} from "../../design.ts";
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
  const among = units.map((unit) => donorMeans(unit, set, times).means);
  if (among.some((means) => means.length === 0)) return null;
  return (source) => Float64Array.from(among, (means) => means[Math.floor(source() * means.length)]);
}

/**
 * The same for a partnership of one area, whose schools share what befalls the area: each draw takes one local authority,
 * by how many donors it has, and every placebo school from it. Null where fewer authorities than the plan’s fewest
 * partnerships have a donor for each school, and as many donors as there are schools.
 */
export function donorDrawsWithin(
  units: readonly Unit[],
  {set, times, authority}: {set: CovariateSet; times: Window; authority: Int32Array}
): ((source: () => number) => Float64Array) | null {
  const among = units.map((unit) => {
    const {means, rows} = donorMeans(unit, set, times);
    return rollup(
      [...means.keys()].filter((i) => authority[rows[i]] >= 0),
      (places) => Float64Array.from(places, (i) => means[i]),
      (i) => authority[rows[i]]
    );
  });
  const areas = [...among[0].keys()]
    .sort((a, b) => a - b)
    .filter((area) => among.every((of) => (of.get(area)?.length ?? 0) >= units.length));
  if (areas.length < design.inference.fewest_partnerships) return null;
  const ends = cumsum(areas, (area) => among[0].get(area)!.length);
  return (source) => {
    const area = areas[bisectRight(ends, source() * ends.at(-1)!)];
    return Float64Array.from(among, (of) => {
      const means = of.get(area)!;
      return means[Math.floor(source() * means.length)];
    });
  };
}

/** Mean excesses of donors, and their rows in the phase. */
interface DonorMeans {
  means: Float64Array;
  rows: Int32Array;
}

const kept = new WeakMap<object, Map<string, () => DonorMeans>>();

/** Mean excesses of the donors of a school’s trial over the event times it has; made once for all schools that share them. */
function donorMeans({trial, at}: Unit, set: CovariateSet, [first, last]: Window): DonorMeans {
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
        const whole = [...sums].filter(([, {count}]) => count === columns.length);
        return {
          means: Float64Array.from(whole, ([, {sum, count}]) => sum / count),
          rows: Int32Array.from(whole, ([place]) => trial.trial.rows[place])
        };
      })
    );
  }
  return known.get(key)!();
}
