import {UserError} from "../errors.ts";

/** What matching or weighting made of a sample. */
export interface Matching {
  /** By row: what it counts for; 0 = left out. Those of comparators add up to how many there are with a weight. */
  weights: Float64Array;
  /** By row: which rows were matched together, from 0; −1 for none. Null where no such sets exist. */
  sets: Int32Array | null;
}

/**
 * Weights that give comparators the treated rows’ mix of strata: 1 for a treated
 * row, and for a comparator the treated over the comparators of its stratum,
 * scaled to a mean of 1 (Iacus, King & Porro 2012, section 2). A stratum of −1,
 * or without either, is left out. Throws a UserError if that leaves nobody.
 */
export function weighByStrata(treated: Uint8Array, strata: Int32Array): Matching {
  const count = strata.reduce((most, stratum) => Math.max(most, stratum + 1), 0);
  const of = [new Float64Array(count), new Float64Array(count)];
  strata.forEach((stratum, row) => {
    if (stratum >= 0) of[treated[row]][stratum]++;
  });
  const isKept = (stratum: number) => stratum >= 0 && of[0][stratum] > 0 && of[1][stratum] > 0;
  const weights = Float64Array.from(strata, (stratum, row) => {
    if (!isKept(stratum)) return 0;
    return treated[row] ? 1 : of[1][stratum] / of[0][stratum];
  });
  if (!weights.some((weight) => weight > 0)) {
    throw new UserError("no stratum holds both treated units and comparators", {
      fix: "cut numbers into fewer --bins, or match on fewer columns"
    });
  }
  return {
    weights: withComparatorsAtOne(treated, weights),
    sets: strata.map((stratum) => (isKept(stratum) ? stratum : -1))
  };
}

/** The weights, those of comparators scaled to a mean of 1 among the positive. */
export function withComparatorsAtOne(treated: Uint8Array, weights: Float64Array): Float64Array {
  let sum = 0;
  let count = 0;
  weights.forEach((weight, row) => {
    if (!treated[row] && weight > 0) {
      sum += weight;
      count++;
    }
  });
  return weights.map((weight, row) => (treated[row] ? weight : (weight * count) / sum));
}
