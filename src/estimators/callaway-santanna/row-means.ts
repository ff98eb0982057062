import {sumOfRows, type Design} from "../../statistics/linear-model.ts";

/** The mean of the design’s rows by weights a, or of zᵢ xᵢ: how the mean of x′β moves with β. */
export function meanRow(design: Design, a: Float64Array, z?: Float64Array): Float64Array {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i];
  return sumOfRows(
    design,
    a.map((weight, i) => (z ? weight * z[i] : weight) / total)
  );
}
