import type {Design} from "../../statistics/linear-model.ts";

/** The mean of the design’s rows by weights a: how the mean of x′β moves with β. */
export function meanRow({x, columns}: Design, a: Float64Array): Float64Array {
  const mean = new Float64Array(columns);
  let total = 0;
  for (let i = 0, at = 0; i < a.length; i++, at += columns) {
    if (a[i] === 0) continue;
    total += a[i];
    for (let j = 0; j < columns; j++) mean[j] += a[i] * x[at + j];
  }
  return mean.map((sum) => sum / total);
}

/** The mean of (zᵢ − centre) xᵢ by weights a: how the mean of z moves as β shifts the weights by a · x′β. */
export function meanProduct({x, columns}: Design, a: Float64Array, z: Float64Array, centre: number): Float64Array {
  const mean = new Float64Array(columns);
  let total = 0;
  for (let i = 0, at = 0; i < a.length; i++, at += columns) {
    if (a[i] === 0) continue;
    total += a[i];
    for (let j = 0; j < columns; j++) mean[j] += a[i] * (z[i] - centre) * x[at + j];
  }
  return mean.map((sum) => sum / total);
}
