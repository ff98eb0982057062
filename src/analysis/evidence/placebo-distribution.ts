import {design} from "../../design.ts";
import type {PlaceboDraws} from "../../release/results.ts";
import {makeFloats} from "../../library/statistics/index.ts";
import type {CovariateSet} from "../comparison/assumptions.ts";
import type {Window} from "../comparison/yearly.ts";
import {uniformNumbers} from "../effects/drawn-once.ts";
import {drawPlacebos} from "../effects/drawn-placebos.ts";
import {donorDrawsWithin, donorsToDraw} from "../effects/placebo-draws.ts";
import type {Unit} from "../effects/units.ts";

/** Mean excesses of placebo partnerships as large as `units`, in the unit of the outcome; null where a school has no donor to be drawn. Where all lie in one of the local authorities given, so do those of each draw. */
export function placeboMeans(
  units: readonly Unit[],
  {set, times, seed, authority}: {set: CovariateSet; times: Window; seed: number; authority?: Int32Array}
): Float64Array | null {
  const isOneArea =
    authority !== undefined && authority[units[0].row] >= 0 && new Set(units.map(({row}) => authority[row])).size === 1;
  const within = isOneArea ? donorDrawsWithin(units, {set, times, authority}) : null;
  if (!within) {
    const among = donorsToDraw(units, {set, times});
    return among && drawPlacebos(among, {seed}).means;
  }
  const {takes, draw} = within;
  const numbers = uniformNumbers(seed, design.draws.placebo * takes);
  return makeFloats(design.draws.placebo, (i) => {
    const drawn = draw(numbers, i * takes);
    let sum = 0;
    for (let i = 0; i < drawn.length; i++) sum += drawn[i];
    return sum / drawn.length;
  });
}

/** Draws nearer to zero than this cannot be divided into bins: numbers so small have no digits left. */
const least = 1e-290;

/**
 * The draws in at most the plan’s number of bins as wide as each other, one of them around zero. `as_far`: at least as far from zero as
 * observed, ties within a relative 1e-12.
 */
export function describeDistribution(observed: number, draws: Float64Array): PlaceboDraws {
  let reach = 0;
  for (let i = 0; i < draws.length; i++) reach = Math.max(reach, Math.abs(draws[i]));
  const mostBins = design.draws.bins;
  const bins = reach < least ? 1 : mostBins;
  const width = reach < least ? 1 : ((2 * reach) / mostBins) * (1 + 1e-9);
  const from = (-bins * width) / 2;
  const counts = new Array<number>(bins).fill(0);
  const far = Math.abs(observed) * (1 - design.tolerances.tie);
  let as_far = 0;
  for (let i = 0; i < draws.length; i++) {
    counts[Math.floor((draws[i] - from) / width)] += 1;
    if (Math.abs(draws[i]) >= far) as_far += 1;
  }
  return {draws: draws.length, as_far, from, width, counts};
}
