import type {Fit} from "../statistics/fit.ts";
import type {Observations} from "../statistics/observations.ts";
import type {Clusters} from "./clusters.ts";
import type {Estimate} from "./estimate.ts";

/** A fit with the influences on it, and the distinct schools and clusters among its units. */
export function estimateOfFit(
  {row}: Observations,
  {value, contributes}: Fit,
  {of, count}: Clusters,
  influence: Float64Array
): Estimate {
  const schools = new Uint8Array(of.length);
  const clusters = new Uint8Array(count);
  for (let unit = 0; unit < row.length; unit++) {
    if (contributes[unit]) schools[row[unit]] = clusters[of[row[unit]]] = 1;
  }
  return {value, influence, clusters: sum(clusters), schools: sum(schools)};
}

function sum(marks: Uint8Array): number {
  let total = 0;
  for (let i = 0; i < marks.length; i++) total += marks[i];
  return total;
}
