import {sumOfRows, total, type Design} from "../../statistics/linear-model.ts";

/** The mean of the design’s rows by weights a: how the mean of x′β moves with β. */
export function meanRow(design: Design, a: Float64Array): Float64Array {
  const all = total(a);
  return sumOfRows(design, a).map((sum) => sum / all);
}

/** The mean of (zᵢ − centre) xᵢ by weights a: how the mean of z moves as β shifts the weights by a · x′β. */
export function meanProduct(design: Design, a: Float64Array, z: Float64Array, centre: number): Float64Array {
  const product = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) product[i] = a[i] * (z[i] - centre);
  const all = total(a);
  return sumOfRows(design, product).map((sum) => sum / all);
}
