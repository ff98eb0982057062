import {quantileSorted} from "d3";

/**
 * The stratum of each value, from 0: values are cut into `strata` parts of
 * equal size at the quantiles 1/strata, 2/strata … (type 7 of Hyndman & Fan
 * 1996), and a value that equals a cut is below it. NaN, which no cut counts,
 * stays NaN.
 */
export function strataOf(values: Float64Array, strata: number): Float64Array {
  const sorted = Array.from(values.filter((value) => !Number.isNaN(value)).sort());
  const cuts = Array.from({length: strata - 1}, (_, i) => quantileSorted(sorted, (i + 1) / strata)!);
  return values.map((value) => {
    if (Number.isNaN(value)) return NaN;
    const stratum = cuts.findIndex((cut) => value <= cut);
    return stratum < 0 ? cuts.length : stratum;
  });
}
