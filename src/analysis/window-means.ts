import {meanOfAvailable} from "../statistics/mean-of-available.ts";
import type {Yearly} from "./joining.ts";

/** By school: the mean of the values there are in academic years `first` to `last`, both included; NaN if there are none. */
export function windowMeans({years, values}: Yearly, first: number, last: number): Float64Array {
  const from = Math.max(first - years[0], 0);
  const to = Math.min(last - years[0], years.length - 1);
  const means = new Float64Array(values.length / years.length);
  for (let row = 0; row < means.length; row++) {
    means[row] = meanOfAvailable(values, row * years.length + from, row * years.length + to);
  }
  return means;
}
