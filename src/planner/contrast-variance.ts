/** Years of results that a design compares: so many before joining, so many since. */
export interface Years {
  before: number;
  after: number;
}

/** The variance of one school’s change from before to after, under each assumption. */
export interface ContrastVariance {
  same_trend: number;
  same_past: number;
}

/** The last year of the base, in years from the first treated one: the year before joining is left out. */
const LAST_BASE = -2;

/**
 * The variance of the mean over the years since joining less what is expected of it, from covariances by lag. Same
 * trend: less the mean over the base, AA + BB − 2 AB, where AA, BB and AB are the mean covariances among years after, among
 * years before and between them; with equal numbers it is the serial-correlation-robust variance of Burlig, Preonas &
 * Woerman (2020, equation 8), here with the gap of one year. Same past: given the mean over the base, AA − AB² ÷ BB (Frison &
 * Pocock 1992; McKenzie 2012, equation 4). Null where a lag is not known or the covariances leave nothing.
 */
export function contrastVariance(covariance: readonly (number | null)[], years: Years): ContrastVariance | null {
  const {past, since} = placeYears(years);
  const [aa, bb, ab] = [
    [since, since],
    [past, past],
    [past, since]
  ].map(([from, to]) => meanCovariance(covariance, from, to));
  if (aa === null || bb === null || ab === null || !(bb > 0)) return null;
  const variance = {same_trend: aa + bb - 2 * ab, same_past: aa - ab ** 2 / bb};
  return variance.same_trend > 0 && variance.same_past > 0 ? variance : null;
}

/** By lag in years, from 0: how much of the covariance at it is in the variance of the same trend, AA + BB − 2 AB. */
export function weighLags(years: Years): number[] {
  const {past, since} = placeYears(years);
  const weights = new Array<number>(since.length - Math.min(...past)).fill(0);
  const add = (from: readonly number[], to: readonly number[], times: number) => {
    for (const s of from) for (const t of to) weights[Math.abs(s - t)] += times / (from.length * to.length);
  };
  add(since, since, 1);
  add(past, past, 1);
  add(past, since, -2);
  return weights;
}

/** The years compared, in years from the first treated one. */
const placeYears = ({before, after}: Years): {past: number[]; since: number[]} => ({
  past: Array.from({length: before}, (_, i) => LAST_BASE - i),
  since: Array.from({length: after}, (_, i) => i)
});

function meanCovariance(
  covariance: readonly (number | null)[],
  from: readonly number[],
  to: readonly number[]
): number | null {
  let sum = 0;
  for (const s of from) {
    for (const t of to) {
      const value = covariance[Math.abs(s - t)] ?? null;
      if (value === null) return null;
      sum += value;
    }
  }
  return sum / (from.length * to.length);
}
