/**
 * The weighted mean Σ a z ÷ Σ a of rows whose weight is not 0. Adds to `into`,
 * `sign` times, how far every row moves it: aᵢ (zᵢ − mean) ÷ Σ a.
 */
export function addMean(a: Float64Array, z: Float64Array, sign: 1 | -1, into: Float64Array): number {
  let total = 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === 0) continue;
    total += a[i];
    sum += a[i] * z[i];
  }
  const mean = sum / total;
  const scale = sign / total;
  for (let i = 0; i < a.length; i++) if (a[i] !== 0) into[i] += scale * a[i] * (z[i] - mean);
  return mean;
}
