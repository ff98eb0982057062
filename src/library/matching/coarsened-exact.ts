import {extent} from "d3";
import type {Covariate} from "./sample.ts";

/**
 * The stratum of each row, from 0: rows that agree in every category and, for
 * every number, in which of `bins` intervals of equal width it lies from its
 * smallest to its largest value (Iacus, King & Porro 2012). An interval holds its
 * lower end, the last one both.
 */
export function coarsen(covariates: readonly Covariate[], {bins}: {bins: number}): Int32Array {
  const codes = covariates.map((covariate) =>
    "values" in covariate ? cutIntoBins(covariate.values, bins) : covariate.codes
  );
  return strataOfCodes(codes);
}

/** The number of intervals that Sturges (1926) would cut n values into: log₂ n + 1, rounded up. */
export const sturges = (n: number): number => Math.ceil(Math.log2(n) + 1);

/** Rows that agree in every code, numbered from 0 as they first appear. */
export function strataOfCodes(codes: readonly Int32Array[]): Int32Array {
  const strata = new Map<string, number>();
  return Int32Array.from({length: codes[0]?.length ?? 0}, (_, row) => {
    const key = codes.map((code) => code[row]).join(" ");
    if (!strata.has(key)) strata.set(key, strata.size);
    return strata.get(key)!;
  });
}

function cutIntoBins(values: Float64Array, bins: number): Int32Array {
  const [low, high] = extent(values) as [number, number];
  const cuts = Float64Array.from({length: bins - 1}, (_, i) => low + ((i + 1) * (high - low)) / bins);
  return Int32Array.from(values, (value) => cuts.filter((cut) => cut <= value).length);
}
