/** A mean of clustered values, its standard error and the degrees of freedom of Student’s t for it. */
export interface ClusteredMean {
  estimate: number;
  /** NaN where there are fewer than two clusters. */
  se: number;
  degrees: number;
  clusters: number;
}

/**
 * The mean of values with the bias-reduced standard error CR2 and Satterthwaite degrees of freedom (Bell & McCaffrey
 * 2002; Pustejovsky & Tipton 2018, independence as the working model). Of a mean the adjustment of a cluster of nᶜ of n
 * values is 1 ÷ √(1 − nᶜ/n) for its total: the variance is Σ Tᶜ² ÷ (1 − nᶜ/n) ÷ n². With clusters of one size this is
 * G ÷ (G − 1) and G − 1; one large cluster takes degrees away. `cluster` is by value, below `count`.
 *
 * @example
 * import {clusteredMean} from "school-partnerships";
 *
 * // Three clusters, of two, two and one.
 * const {estimate, se, degrees} = clusteredMean(Float64Array.of(1, 2, 3, 4, 8), Int32Array.of(0, 0, 1, 1, 2), 3);
 * console.log(estimate.toFixed(2), se.toFixed(2), degrees.toFixed(2));
 * // 3.60 1.47 1.80
 */
export function clusteredMean(values: Float64Array, cluster: Int32Array, count: number): ClusteredMean {
  const n = values.length;
  const estimate = values.reduce((sum, value) => sum + value, 0) / n;
  const total = new Float64Array(count);
  const size = new Float64Array(count);
  for (let i = 0; i < n; i++) {
    total[cluster[i]] += values[i] - estimate;
    size[cluster[i]]++;
  }
  const clusters = size.reduce((sum, own) => sum + (own > 0 ? 1 : 0), 0);
  if (clusters < 2) return {estimate, se: NaN, degrees: NaN, clusters};
  const variance = total.reduce((sum, own, c) => sum + (own * own) / (1 - size[c] / n), 0) / (n * n);
  return {estimate, se: Math.sqrt(variance), degrees: computeDegrees(size, n), clusters};
}

/**
 * (tr P)² ÷ Σ Pᶜᵈ² with P the covariance, under independence, of what the clusters bring to the variance: in units of
 * 1 ÷ n², aᶜ aᵈ (nᶜ [c = d] − nᶜ nᵈ ÷ n) with aᶜ = 1 ÷ √(1 − nᶜ/n). Its trace is n.
 */
function computeDegrees(size: Float64Array, n: number): number {
  const odds = size.map((own) => (own * own) / (1 - own / n));
  const sum = odds.reduce((all, own) => all + own, 0);
  let squares = 0;
  for (let c = 0; c < size.length; c++) {
    squares += size[c] ** 2 + (odds[c] * (sum - odds[c])) / (n * n);
  }
  return (n * n) / squares;
}
