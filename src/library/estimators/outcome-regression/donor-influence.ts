import type {DonorDesign} from "./donor-design.ts";
import type {DonorRegression} from "./regress-donors.ts";

/**
 * How far every donor moves the sum of excesses Σ sᵢ rᵢ by moving the regression: −(Σ sᵢ xᵢ)′ (X′WX)⁻¹ xⱼ wⱼ εⱼ
 * (Sant’Anna & Zhao 2020, the estimation effect of theorem A.1 for `reg`). `shares` is by row of the design and read
 * for the treated; the result is by donor, 0 for those without a change.
 */
export function donorInfluence(
  {names, values, rows, donors}: DonorDesign,
  {inverse, excess}: Pick<DonorRegression, "inverse" | "excess">,
  shares: Float64Array,
  weights: Float64Array | null = null
): Float64Array {
  const width = names.length;
  const treated = new Float64Array(width);
  for (let i = donors; i < rows; i++) {
    if (shares[i] === 0) continue;
    for (let j = 0, at = i * width; j < width; j++, at++) treated[j] += shares[i] * values[at];
  }
  const along = new Float64Array(width);
  for (let j = 0; j < width; j++) for (let k = 0; k < width; k++) along[j] += inverse[j * width + k] * treated[k];
  const influence = new Float64Array(donors);
  for (let i = 0; i < donors; i++) {
    if (Number.isNaN(excess[i])) continue;
    let sum = 0;
    for (let j = 0, at = i * width; j < width; j++, at++) sum += values[at] * along[j];
    influence[i] = -sum * (weights ? weights[i] : 1) * excess[i];
  }
  return influence;
}
