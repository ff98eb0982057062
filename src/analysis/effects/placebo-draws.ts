import {bisectRight, cumsum, rollup} from "d3";
import {design} from "../../design.ts";
import {makeFloats} from "../../library/statistics/index.ts";
import type {CovariateSet} from "../comparison/assumptions.ts";
import type {Window} from "../comparison/yearly.ts";
import {once} from "../../once.ts";
import type {Unit} from "./units.ts";

/** A way to draw placebo schools of one area for some treated ones. */
export interface PlaceboDraw {
  /** How many uniform numbers a draw takes. */
  takes: number;
  /** For each treated school the mean excess of its placebo, by the uniform numbers from a place on; always in the same array. */
  draw: (numbers: Float64Array, from: number) => Float64Array;
}

/**
 * For each treated school, the donors of the same trial with an excess at all the event times that the school has one at:
 * their mean excesses over them. Null where a treated school has no such donor.
 */
export function donorsToDraw(
  units: readonly Unit[],
  {set, times}: {set: CovariateSet; times: Window}
): Float64Array[] | null {
  const among = units.map((unit) => donorMeans(unit, set, times).means);
  return among.some((means) => means.length === 0) ? null : among;
}

/**
 * For a partnership of one area, whose schools share what befalls the area: each draw takes one local authority, by how
 * many donors it has, and every placebo school from it, picked at random. Null where fewer authorities than the plan’s fewest
 * partnerships have a donor for each school, and as many donors as there are schools.
 */
export function donorDrawsWithin(
  units: readonly Unit[],
  {set, times, authority}: {set: CovariateSet; times: Window; authority: Int32Array}
): PlaceboDraw | null {
  const among = units.map((unit) => groupByArea(donorMeans(unit, set, times), authority));
  const areas = [...among[0].keys()]
    .sort((a, b) => a - b)
    .filter((area) => among.every((of) => (of.get(area)?.length ?? 0) >= units.length));
  if (areas.length < design.inference.fewest_partnerships) return null;
  const ends = cumsum(areas, (area) => among[0].get(area)!.length);
  const byArea = areas.map((area) => among.map((of) => of.get(area)!));
  const drawn = new Float64Array(among.length);
  return {
    takes: 1 + among.length,
    draw: (numbers, from) => {
      const of = byArea[bisectRight(ends, numbers[from] * ends[ends.length - 1])];
      for (let i = 0; i < drawn.length; i++) drawn[i] = of[i][Math.floor(numbers[from + 1 + i] * of[i].length)];
      return drawn;
    }
  };
}

/** Mean excesses of donors by local authority; grouped once for all partnerships that draw from them. */
function groupByArea(donors: DonorMeans, authority: Int32Array): Map<number, Float64Array> {
  const known = grouped.get(donors);
  if (known?.authority === authority) return known.areas;
  const areas = rollup(
    [...donors.means.keys()].filter((i) => authority[donors.rows[i]] >= 0),
    (places) => makeFloats(places.length, (k) => donors.means[places[k]]),
    (i) => authority[donors.rows[i]]
  );
  grouped.set(donors, {authority, areas});
  return areas;
}

const grouped = new WeakMap<DonorMeans, {authority: Int32Array; areas: Map<number, Float64Array>}>();

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
        const regressions = columns.map((column) => trial.regressions[set][column]!);
        return meansOverAll(
          regressions.map(({matrix: {places, donors}, excess}) => ({places, donors, excess})),
          trial.trial.rows
        );
      })
    );
  }
  return known.get(key)!();
}

/** Of donors with an excess in every column, the mean over the columns, in the order of their places in the trial. */
function meansOverAll(
  columns: readonly {places: ArrayLike<number>; donors: number; excess: ArrayLike<number>}[],
  rows: ArrayLike<number>
): DonorMeans {
  let places = 0;
  for (const column of columns) {
    for (let k = 0; k < column.donors; k++) places = Math.max(places, column.places[k] + 1);
  }
  const sums = new Float64Array(places);
  const counts = new Uint16Array(places);
  for (const column of columns) {
    for (let k = 0; k < column.donors; k++) {
      const excess = column.excess[k];
      if (Number.isNaN(excess)) continue;
      sums[column.places[k]] += excess;
      counts[column.places[k]]++;
    }
  }
  const whole: number[] = [];
  for (let place = 0; place < places; place++) {
    if (counts[place] === columns.length && counts[place] > 0) whole.push(place);
  }
  return {
    means: makeFloats(whole.length, (k) => sums[whole[k]] / columns.length),
    rows: Int32Array.from(whole, (place) => rows[place])
  };
}
